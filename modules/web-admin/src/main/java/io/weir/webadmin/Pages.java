package io.weir.webadmin;

import io.weir.kernel.api.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The way through a long list: links to the pages before and after, empty where there is none. */
public record Pages(boolean several, int page, long last, long total, String previous, String next) {
    /** @param filters the list's other parameters, kept in the links; an empty value is left out */
    static Pages of(Page<?> page, Map<String, String> filters) {
        long last = Math.max(1, (page.total() + page.limit() - 1) / page.limit());
        String previous = page.page() > 1 ? link(Math.min(page.page() - 1L, last), filters) : "";
        String next = page.page() < last ? link(page.page() + 1L, filters) : "";
        return new Pages(last > 1 || page.page() > 1, page.page(), last, page.total(), previous, next);
    }

    private static String link(long number, Map<String, String> filters) {
        var filtered = link(filters);
        return filtered + (filtered.equals("?") ? "" : "&") + "page=" + number;
    }

    /** The first page of a list that is filtered so; an empty value is left out. */
    static String link(Map<String, String> filters) {
        return filters.entrySet().stream().filter(filter -> !filter.getValue().isEmpty())
                .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
