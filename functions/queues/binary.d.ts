/** Files that the bundler puts into a function as bytes. */
declare module "*.ttf" {
  const bytes: Uint8Array;
  export default bytes;
}
declare module "*.wasm" {
  const bytes: Uint8Array;
  export default bytes;
}
