/** Unpacks a block that LevelDB packed with Snappy. The block's checksum was right before. */
export function unsnappy(packed: Uint8Array): Buffer {
  let at = 0;
  const byte = (): number => packed[at++] ?? 0;
  const little = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index++) value += byte() * 256 ** index;
    return value;
  };
  let length = 0;
  for (let scale = 1; ; scale *= 128) {
    const next = byte();
    length += (next & 0x7f) * scale;
    if (next < 0x80) break;
  }
  const out = Buffer.alloc(length);
  let end = 0;
  const copy = (distance: number, count: number): void => {
    for (let index = 0; index < count; index++, end++) out[end] = out[end - distance] ?? 0;
  };
  while (at < packed.length && end < length) {
    const tag = byte();
    const high = tag >> 2;
    switch (tag & 3) {
      case 0: {
        const count = (high < 60 ? high : little(high - 59)) + 1;
        out.set(packed.subarray(at, at + count), end);
        at += count;
        end += count;
        break;
      }
      case 1:
        copy(((tag >> 5) << 8) + byte(), (high & 7) + 4);
        break;
      case 2:
        copy(little(2), high + 1);
        break;
      default:
        copy(little(4), high + 1);
    }
  }
  return out;
}
