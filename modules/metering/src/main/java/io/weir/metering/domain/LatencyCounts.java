package io.weir.metering.domain;

import java.util.Arrays;

/** Calls by latency bucket. Kept as text, {@code bucket:calls} of every bucket that has any, with blanks between. */
public final class LatencyCounts {
    private long[] calls = new long[0];

    /** Of such a text. */
    public static LatencyCounts read(String text) {
        var counts = new LatencyCounts();
        counts.addAll(text);
        return counts;
    }

    public void add(int bucket, long more) {
        if (bucket >= calls.length) {
            calls = Arrays.copyOf(calls, Math.max(bucket + 1, LatencyScale.BUCKETS));
        }
        calls[bucket] += more;
    }

    public void addAll(LatencyCounts more) {
        for (int bucket = 0; bucket < more.calls.length; bucket++) {
            if (more.calls[bucket] != 0) {
                add(bucket, more.calls[bucket]);
            }
        }
    }

    /** A page adds up hundreds of these, so nothing is cut out of the text. */
    public void addAll(String text) {
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int blank = text.indexOf(' ', colon);
            int end = blank < 0 ? text.length() : blank;
            add(Integer.parseInt(text, at, colon, 10), Long.parseLong(text, colon + 1, end, 10));
            at = end + 1;
        }
    }

    /** The latency that {@code percent} of a hundred calls do not exceed; 0 without calls. */
    public long percentile(int percent) {
        long rank = (Arrays.stream(calls).sum() * percent + 99) / 100;
        for (int bucket = 0; bucket < calls.length && rank > 0; bucket++) {
            rank -= calls[bucket];
            if (rank <= 0) {
                return LatencyScale.latencyOf(bucket);
            }
        }
        return 0;
    }

    public String text() {
        var text = new StringBuilder();
        for (int bucket = 0; bucket < calls.length; bucket++) {
            if (calls[bucket] != 0) {
                text.append(text.length() == 0 ? "" : " ").append(bucket).append(':').append(calls[bucket]);
            }
        }
        return text.toString();
    }
}
