package io.weir.webrest.admin;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.CouponTerms;
import io.weir.billing.api.CouponUses;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's coupons and what they did. They are made and changed in the catalogue. */
@Path("admin/coupons")
@Tag(name = "Administration: catalogue")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminCouponsResource {
    private static final CouponUses.Use UNUSED = new CouponUses.Use(0, 0, 0, List.of());
    @Inject
    Callers callers;
    @Inject
    BillingDefinition terms;
    @Inject
    CouponUses uses;

    @GET
    @Operation(summary = "Coupons with their terms, how often they are taken, and what they took off invoices")
    public List<CouponView> coupons() {
        var used = uses.all(callers.tenantId());
        return terms.of(callers.tenantId()).coupons().stream().map(coupon -> CouponView.of(coupon,
                used.getOrDefault(coupon.code().toUpperCase(Locale.ROOT), UNUSED))).toList();
    }

    @GET
    @Path("{code}/redemptions")
    @Operation(summary = "Invoices that a coupon made cheaper, newest first")
    public Page<RedemptionView> redemptions(@PathParam("code") String code, @QueryParam("page") String page,
            @QueryParam("limit") String limit) {
        return uses.redemptions(callers.tenantId(), code, Params.page(page, limit)).map(RedemptionView::of);
    }

    /** {@code taken}: by purchases that are open or done. {@code off}: with its tax, for each currency. */
    public record CouponView(String code, String name, Optional<BigDecimal> percent, Optional<Sum> amount,
            String duration, OptionalInt periods, List<String> plans, OptionalInt maxRedemptions,
            Optional<Instant> expiresAt, boolean isActive, long taken, long invoices, long accounts, List<Sum> off) {
        static CouponView of(CouponTerms coupon, CouponUses.Use use) {
            return new CouponView(coupon.code(), coupon.name(), coupon.percent(), coupon.amount().map(Sum::of),
                    coupon.duration().name().toLowerCase(Locale.ROOT), coupon.periods(), coupon.plans(),
                    coupon.maxRedemptions(), coupon.expiresAt(), coupon.active(), use.taken(), use.invoices(),
                    use.accounts(), use.off().stream().map(Sum::of).toList());
        }
    }

    /** In major units. */
    public record Sum(BigDecimal amount, String currency) {
        static Sum of(Money money) {
            return new Sum(money.major(), money.currency().getCurrencyCode());
        }
    }

    /** {@code off}: with its tax. */
    public record RedemptionView(UUID invoiceId, String number, UUID accountId, Instant issuedAt, Sum off) {
        static RedemptionView of(CouponUses.Redemption one) {
            return new RedemptionView(one.invoice(), one.number(), one.account().value(), one.issued(),
                    Sum.of(one.off()));
        }
    }
}
