package io.weir.webportal;

import io.weir.kernel.api.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The way through a long list: links to the pages before and after, empty where there is none. */
public record Pages(boolean several, int page, long last, String previous, String next) {
    /** @param filters the list's other parameters, kept in the links */
    static Pages of(Page<?> page, Map<String, String> filters) {
        long last = Math.max(1, (page.total() + page.limit() - 1) / page.limit());
        String previous = page.page() > 1 ? link(Math.min(page.page() - 1L, last), filters) : "";
        String next = page.page() < last ? link(page.page() + 1L, filters) : "";
        return new Pages(last > 1 || page.page() > 1, page.page(), last, previous, next);
    }

    private static String link(long number, Map<String, String> filters) {
        var link = new StringBuilder("?");
        filters.forEach((name, value) -> link.append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&'));
        return link.append("page=").append(number).toString();
    }
}
