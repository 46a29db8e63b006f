package io.weir.payments.domain;

import io.weir.kernel.api.Money;
import io.weir.tenancy.api.Tenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Four eyes: above the amount of a tenant's setting it takes two people. Without the setting one is enough. */
public record ApprovalRule(Optional<Money> above) {
    private static final String SETTING = "payments.four-eyes-above";

    /** The setting is in major units of the tenant's currency; what is finer than that is cut off. */
    public static ApprovalRule of(Tenant tenant) {
        return new ApprovalRule(tenant.setting(SETTING).map(text -> {
            int decimals = Math.max(0, tenant.currency().getDefaultFractionDigits());
            return Money.ofMajor(new BigDecimal(text.trim()).setScale(decimals, RoundingMode.DOWN), tenant.currency());
        }));
    }

    /** Whether one yes is too few for this amount. One in another currency always takes two, if there is a rule. */
    public boolean takesTwo(Money amount) {
        return above.filter(limit -> !limit.currency().equals(amount.currency()) || amount.compareTo(limit) > 0)
                .isPresent();
    }
}
