package io.pilothouse.metrics;

/** What the values of a figure are counted in. */
public enum Unit {
    /** CPU cores. */
    CORES,
    /** Bytes, of 8 bits. */
    BYTES,
    /** Bytes in a second. */
    BYTES_PER_SECOND,
    /** Happenings in a second. */
    PER_SECOND,
    /** Things there are. */
    COUNT,
    /** Lengths of time. */
    SECONDS,
    /** A part of the whole, from 0 to 1. */
    SHARE
}
