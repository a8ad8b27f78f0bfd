/** Least, most and mean of some measurements, in milliseconds. */
export class Spread {
  count = 0;
  sum = 0;
  min = 0;
  max = 0;

  add(value: number): void {
    this.min = this.count === 0 ? value : Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    this.count++;
    this.sum += value;
  }

  get average(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }
}

/** What the disk took. */
export class StorageFigures {
  readonly syncs = new Spread();
  snapshots = 0;

  synced(milliseconds: number): void {
    this.syncs.add(milliseconds);
  }
}

/** What came and went over all connections; `srst` begins anew. */
export class TrafficFigures {
  latency = new Spread();
  received = 0;
  sent = 0;
  /** Requests that are not answered yet. */
  outstanding = 0;
  responseBytes = { last: -1, min: -1, max: -1 };
  rejectedConnections = 0;

  responded(bytes: number, latencyMs: number): void {
    this.latency.add(latencyMs);
    const { min, max } = this.responseBytes;
    this.responseBytes = {
      last: bytes,
      min: min < 0 ? bytes : Math.min(min, bytes),
      max: Math.max(max, bytes),
    };
  }

  reset(): void {
    this.latency = new Spread();
    this.received = 0;
    this.sent = 0;
  }
}
