import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ContainerID,
  DecodeError,
  decode,
  encode,
  internal,
  quota,
  scheduler,
  TaskInfo,
  Value_Ranges,
} from "./index.ts";

describe("the binary format", () => {
  it("keeps numbers at their limits", () => {
    const ranges = {
      range: [
        { begin: 0, end: 127 },
        { begin: 128, end: 2 ** 32 },
        { begin: 2 ** 35 + 1, end: Number.MAX_SAFE_INTEGER },
      ],
    };
    expect(decode(Value_Ranges, encode(Value_Ranges, ranges))).toEqual(ranges);
  });

  it("takes 64-bit numbers beyond 2^53 as the nearest number", () => {
    const bytes = Buffer.from("0a0d080010ffffffffffffffffff01", "hex");
    expect(decode(Value_Ranges, bytes)).toEqual({ range: [{ begin: 0, end: 2 ** 64 }] });
  });

  it("keeps negative numbers in ten bytes", () => {
    const message: internal.ExitedExecutorMessage = {
      agent_id: { value: "a" },
      framework_id: { value: "f" },
      executor_id: { value: "e" },
      status: -1,
    };
    const bytes = encode(internal.ExitedExecutorMessage, message);
    expect(bytes.subarray(-11).toString("hex")).toBe("20ffffffffffffffffff01");
    expect(decode(internal.ExitedExecutorMessage, bytes)).toEqual(message);
  });

  it("keeps unknown fields through decode and encode", () => {
    const known = encode(ContainerID, { value: "c" });
    const bytes = Buffer.concat([known, Buffer.from("9a3f03616263a03f05", "hex")]);
    const message = decode(ContainerID, bytes);
    expect(message.value).toBe("c");
    expect(encode(ContainerID, message).equals(bytes)).toBe(true);
  });

  it("keeps an enum value of a later version", () => {
    const bytes = Buffer.from("1063", "hex");
    const call = decode(scheduler.Call, bytes);
    expect(call.type).toBeUndefined();
    expect(encode(scheduler.Call, call).equals(bytes)).toBe(true);
  });

  it("keeps map entries, whatever their keys", () => {
    const config = {
      role: "r",
      limits: JSON.parse('{"__proto__":{"value":1},"cpus":{"value":2}}'),
    };
    const back = decode(quota.QuotaConfig, encode(quota.QuotaConfig, config));
    expect(Object.keys(back.limits ?? {})).toEqual(["__proto__", "cpus"]);
  });

  it("merges a message that comes in two parts", () => {
    const parts = [
      encode(internal.RescindResourceOfferMessage, { offer_id: { value: "a" } }),
      encode(internal.RescindResourceOfferMessage, { offer_id: { value: "b" } }),
    ];
    const message = decode(internal.RescindResourceOfferMessage, Buffer.concat(parts));
    expect(message.offer_id.value).toBe("b");
  });

  it("names the required fields that are missing", () => {
    const bytes = encode(TaskInfo, { name: "n" } as never);
    expect(() => decode(TaskInfo, bytes)).toThrow(
      expect.objectContaining({ code: "incomplete", message: "task_id, agent_id" }),
    );
  });
});

describe("hostile bytes", () => {
  const types = [scheduler.Call, internal.ReregisterSlaveMessage, TaskInfo] as const;

  it("are refused or read, and never do anything else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...types), (bytes, type) => {
        try {
          decode<object>(type as never, bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("made of real ones by cutting and flipping are too", () => {
    const real = encode(scheduler.Call, {
      type: "SUBSCRIBE",
      subscribe: { framework_info: { user: "root", name: "x", roles: ["a", "b"] } },
    });
    fc.assert(
      fc.property(fc.nat(real.length), fc.nat(real.length - 1), fc.nat(255), (cut, at, byte) => {
        const bytes = Buffer.from(real);
        bytes[at] = byte;
        try {
          decode(scheduler.Call, bytes.subarray(0, cut));
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("cannot exhaust the stack", () => {
    let bytes: Buffer = Buffer.from("0a0163", "hex");
    for (let i = 0; i < 200; i++) {
      const length = bytes.length;
      const head = length < 128 ? [0x12, length] : [0x12, (length & 127) | 128, length >> 7];
      bytes = Buffer.concat([Buffer.from("0a0163", "hex"), Buffer.from(head), bytes]);
    }
    expect(() => decode(ContainerID, bytes)).toThrow(/nested deeper than 100 levels/);
  });
});
