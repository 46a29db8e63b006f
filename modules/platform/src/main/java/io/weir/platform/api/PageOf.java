package io.weir.platform.api;

import io.weir.kernel.api.Page;
import jakarta.persistence.TypedQuery;

/** Reads one page with two queries that share their condition. */
public final class PageOf {
    private PageOf() {
    }

    public static <T> Page<T> query(Page.Request page, TypedQuery<T> items, TypedQuery<Long> count) {
        var found = items.setFirstResult(page.offset()).setMaxResults(page.limit()).getResultList();
        return new Page<>(found, page.page(), page.limit(), count.getSingleResult());
    }
}
