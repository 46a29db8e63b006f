package io.weir.webrest.admin;

import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Packages;
import io.weir.webrest.http.BareArray;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** What the routes of every kind of package share. The routes themselves stay where they can be read. */
abstract class PackageRoutes {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Catalogue catalogue;
    @Inject
    Packages packages;

    static boolean inactiveToo(String includeInactive) {
        return Params.flag("includeInactive", includeInactive);
    }

    static <P> Response listed(List<P> packages, Function<P, ?> view, String page, String limit) {
        return BareArray.of(packages.stream().map(view).toList(), Params.bare(page, limit));
    }

    static Response created(Object view) {
        return Response.status(201).entity(view).build();
    }
}
