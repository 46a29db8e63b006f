package io.weir.kernel.api;

import java.util.List;
import java.util.function.Function;

/** One page of a list: its items, the 1-based page number, the page size asked for, and the size of the whole list. */
public record Page<T>(List<T> items, int page, int limit, long total) {
    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), page, limit, total);
    }

    /** Which page is wanted: 1-based, at most 100 items. */
    public record Request(int page, int limit) {
        public static final int MOST = 100;

        public Request {
            if (page < 1 || page > 1_000_000) {
                throw Refusal.invalidField("page", "OUT_OF_RANGE").asException();
            }
            if (limit < 1 || limit > MOST) {
                throw Refusal.invalidField("limit", "OUT_OF_RANGE").asException();
            }
        }

        public static Request first() {
            return new Request(1, MOST);
        }

        public int offset() {
            return (page - 1) * limit;
        }
    }
}
