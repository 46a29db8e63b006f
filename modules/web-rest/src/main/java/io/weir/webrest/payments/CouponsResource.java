package io.weir.webrest.payments;

import io.weir.billing.api.Coupons;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Coupons before they are taken. */
@Path("billing/coupons")
@Tag(name = "Subscriptions")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CouponsResource {
    private static final int LENGTH_OF_ID = 36;

    @Inject
    Callers callers;
    @Inject
    Catalogue catalogue;
    @Inject
    Coupons coupons;

    @GET
    @Path("{code}")
    @Operation(summary = "What a plan would cost with this coupon; nothing is taken")
    public EffectView effect(@PathParam("code") String code, @QueryParam("plan") String plan) {
        var wanted = Texts.given(plan).orElseThrow(() -> Refusal.invalidField("plan", "REQUIRED").asException());
        return EffectView.of(coupons.effect(callers.caller(), code, plan(wanted)));
    }

    private UUID plan(String slugOrId) {
        return slugOrId.length() == LENGTH_OF_ID ? Uuids.parse(slugOrId)
                : catalogue.planBySlug(callers.tenantId(), slugOrId.toLowerCase(Locale.ROOT)).filter(Plan::active)
                .map(Plan::id).orElseThrow(() -> Refusal.notFound("PLAN_NOT_FOUND").asException());
    }

    /** In major units, tax included; {@code lines} as they would stand on the invoice. */
    public record EffectView(String code, String name, BigDecimal regular, BigDecimal saved, BigDecimal total,
            String currency, List<InvoiceView.LineView> lines) {
        static EffectView of(Coupons.Effect effect) {
            return new EffectView(effect.code(), effect.name(), effect.regular().major(), effect.saved().major(),
                    effect.total().major(), effect.total().currency().getCurrencyCode(),
                    effect.lines().stream().map(InvoiceView.LineView::of).toList());
        }
    }
}
