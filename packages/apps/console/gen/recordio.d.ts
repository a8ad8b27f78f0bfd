/**
 * RecordIO, as Mesos streams events: the length of a record in decimal digits, a line feed, and
 * then that many bytes.
 */
/** Longest record that is taken; the state of a large cluster comes as one. */
export declare const MAX_RECORD_BYTES: number;
/** Takes bytes as they come and gives whole records. */
export declare class RecordReader {
    #private;
    /**
     * The records that these bytes complete, as texts.
     *
     * @param {Uint8Array} bytes
     * @returns {string[]}
     * @throws {Error} when the bytes are not RecordIO
     */
    push(bytes: Uint8Array): string[];
}
