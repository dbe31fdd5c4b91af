const named = /^(.*?)\s*<(asset_[A-Za-z0-9]+)>$/s;

/** What a cell says of a file: the address it lies at, or a file of the library by its id or by its name. */
export type MediaReference =
  | { readonly address: string }
  | { readonly assetId: string }
  | { readonly fileName: string };

/** Reads one item of a media cell: `https://…`, `menu.jpg <asset_01J…>`, `asset_01J…` or `menu.jpg`. */
export function readMedia(item: string): MediaReference {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(item)) return { address: item };
  const assetId = named.exec(item)?.[2] ?? (/^asset_[A-Za-z0-9]+$/.test(item) ? item : undefined);
  return assetId === undefined ? { fileName: item } : { assetId };
}

/** A file of the library as exports write it: its name for people, its id because names repeat. */
export const mediaReference = (file: { fileName: string; id: string }): string =>
  `${file.fileName.replace(/\s+/g, " ").trim()} <${file.id}>`;
