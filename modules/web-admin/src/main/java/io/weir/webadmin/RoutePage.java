package io.weir.webadmin;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.GatewayRoutes;
import io.weir.metering.api.GatewayRoutes.Configured;
import io.weir.metering.api.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** One gateway route: a new one, or the one of {@code ?slug=}, whose slug stays because clients call it. */
@Named("route")
@RequestScoped
public class RoutePage {
    private static final String BACK = "/routes?faces-redirect=true";

    @Inject
    private GatewayRoutes routes;
    @Inject
    private Meters meters;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Configured existing;
    private String newSlug;
    private final RouteForm form = new RouteForm();

    @PostConstruct
    void fill() {
        visitor.parameter("slug").ifPresent(slug -> {
            existing = find(slug).orElseThrow(() -> Refusal.notFound("ROUTE_UNKNOWN").asException());
            form.fill(existing.route());
        });
    }

    private Optional<Configured> find(String slug) {
        return routes.of(visitor.tenantId()).stream().filter(c -> c.route().slug().equals(slug)).findFirst();
    }

    public String save() {
        var wrong = form.wrong();
        wrong.forEach((field, text) -> notices.wrong("form:" + field, format.text(text)));
        form.unreadableRules().forEach(row -> notices.wrong(null, format.text("ruleForm", row)));
        boolean taken = !isKnown() && find(newSlug.strip()).isPresent();
        if (taken) {
            notices.wrong("form:slug", format.text("nameTaken"));
        }
        return !taken && wrong.isEmpty() && form.unreadableRules().isEmpty() ? put() : null;
    }

    private String put() {
        return notices.attempt("form", () -> {
            routes.put(visitor.tenantId(), form.route(isKnown() ? getSlug() : newSlug.strip()), form.credentials());
            notices.done(format.text("routeSaved", form.getTitle()));
            return BACK;
        });
    }

    public String remove() {
        return notices.attempt("removal", () -> {
            routes.remove(visitor.tenantId(), getSlug());
            notices.done(format.text("routeRemoved", existing.route().title()));
            return BACK;
        });
    }

    public boolean isKnown() {
        return existing != null;
    }

    public String getSlug() {
        return isKnown() ? existing.route().slug() : "";
    }

    public String getHeading() {
        return isKnown() ? existing.route().title() : format.text("newRoute");
    }

    /** Names of the headers that are kept secret; empty when there are none. */
    public String getSecretNames() {
        return isKnown() ? String.join(", ", existing.credentialHeaders()) : "";
    }

    public List<SelectItem> getMeters() {
        return meters.of(visitor.tenantId()).stream().map(m -> new SelectItem(m.key().value(), m.title())).toList();
    }

    public RouteForm getForm() {
        return form;
    }
    public String getNewSlug() {
        return newSlug;
    }

    public void setNewSlug(String newSlug) {
        this.newSlug = newSlug;
    }
}
