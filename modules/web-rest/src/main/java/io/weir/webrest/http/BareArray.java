package io.weir.webrest.http;

import io.weir.kernel.api.Page;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * A page of a list as the seeds show theirs: an array and nothing around it, with the size of the whole list in a
 * header.
 */
public final class BareArray {
    private BareArray() {
    }

    public static Response of(Page<?> page) {
        return Response.ok(page.items()).header("X-Total-Count", page.total()).build();
    }

    /** Cuts the page out of a list that is short enough to be read whole. */
    public static Response of(List<?> all, Page.Request page) {
        int from = Math.min(all.size(), page.offset());
        int until = Math.min(all.size(), from + page.limit());
        return Response.ok(all.subList(from, until)).header("X-Total-Count", all.size()).build();
    }
}
