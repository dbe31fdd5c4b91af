import { createFile } from "mp4box";

const bytes = (hex: string) => Buffer.from(hex.replaceAll(" ", ""), "hex");

/** A PNG of a size: header, some data, end. */
export function png(width: number, height: number): Uint8Array {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const header = bytes("89504e470d0a1a0a 0000000d 49484452");
  const data = Buffer.concat([bytes("0806000000 00000000 00000040 49444154"), Buffer.alloc(68)]);
  return Buffer.concat([header, size, data, bytes("00000000 49454e44 ae426082")]);
}

/** A JPEG of a size as a camera stores it, with an EXIF orientation (6: to be turned by a quarter). */
export function jpeg(width: number, height: number, orientation?: number): Uint8Array {
  const exif = bytes(
    `ffe1 0022 457869660000 4d4d002a 00000008 0001 0112 0003 00000001 000${orientation ?? 1}0000 00000000`,
  );
  const frame = bytes("ffc0 0011 08 0000 0000 03 012200 021101 031101");
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    bytes("ffd8"),
    orientation ? exif : bytes("ffe0 0010 4a46494600 0101 00 0001 0001 00 00"),
    frame,
    bytes("ffda 000c 03 0100 0211 0311 003f00"),
    Buffer.alloc(40),
    bytes("ffd9"),
  ]);
}

/** A GIF of some frames, each of one colour. */
export function gif(width: number, height: number, frames: number): Uint8Array {
  const header = bytes("474946383961 0000 0000 80 00 00 000000 ffffff");
  header.writeUInt16LE(width, 6);
  header.writeUInt16LE(height, 8);
  const frame = bytes("21f904 00 0a00 00 00 2c 0000 0000 0100 0100 00 02 02 4401 00");
  return Buffer.concat([header, ...Array<Buffer>(frames).fill(frame), bytes("3b")]);
}

interface Video {
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
  /** The track's matrix turns the picture by a quarter, as telephones write it. */
  readonly turned?: boolean;
  readonly sound?: boolean;
  readonly brand?: "isom" | "qt  ";
}

type Order = "index-first" | "index-last";

const box = (type: string, content: Uint8Array): Buffer => {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(content.length + 8, 0);
  header.write(type, 4, "latin1");
  return Buffer.concat([header, content]);
};

const scale = 600;

/** The boxes of an MP4 or MOV, with its index written by mp4box. */
export function videoBoxes({ width = 1280, height = 720, durationMs = 5000, turned, sound, brand = "isom" }: Video) {
  const file = createFile();
  const track = {
    timescale: scale,
    width,
    height,
    hdlr: sound ? "soun" : "vide",
    type: sound ? "mp4a" : "avc1",
  } as const;
  const id = file.addTrack({ ...track, avcDecoderConfigRecord: new Uint8Array([1, 66, 0, 30, 255, 224, 0]).buffer });
  file.moov.boxes = file.moov.boxes?.filter(({ type }) => type !== "mvex") ?? [];
  file.moov.mvhd.set("timescale", scale).set("duration", (durationMs * scale) / 1000);
  const header = file.getTrackById(id).tkhd;
  if (turned) header.set("matrix", new Int32Array([0, 65_536, 0, -65_536, 0, 0, 0, 0, 1_073_741_824]));
  const written = new Uint8Array(file.getBuffer().buffer);
  const indexAt = Buffer.from(written).indexOf("moov") - 4;
  return {
    start: box("ftyp", Buffer.from(`${brand}\0\0\0\0${brand}`, "latin1")),
    index: Buffer.from(written.subarray(indexAt)),
    data: (length: number) => box("mdat", Buffer.alloc(length, 7)),
  };
}

/** A whole video whose index stands before or behind `dataBytes` of pictures. */
export function video(about: Video = {}, order: Order = "index-first", dataBytes = 4000): Uint8Array {
  const { start, index, data } = videoBoxes(about);
  const rest = order === "index-first" ? [index, data(dataBytes)] : [data(dataBytes), index];
  return Buffer.concat([start, ...rest]);
}
