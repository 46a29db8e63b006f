package io.weir.payments.domain;

import io.weir.kernel.api.Money;
import io.weir.tenancy.api.Tenant;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** Four eyes: above the amount of a tenant's setting it takes two people. Without the setting one is enough. */
public record ApprovalRule(Optional<Money> above) {
    public static final String SETTING = "payments.four-eyes-above";
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");
    private static final System.Logger LOG = System.getLogger(ApprovalRule.class.getName());

    /** The setting is in major units of the tenant's currency. One that is no amount asks for two people always. */
    public static ApprovalRule of(Tenant tenant) {
        return new ApprovalRule(tenant.setting(SETTING).map(text -> read(text, tenant.currency()).orElseGet(() -> {
            LOG.log(Level.ERROR, "{0} of tenant {1} is no amount; every amount takes two people until it is", SETTING,
                    tenant.slug());
            return Money.zero(tenant.currency());
        })));
    }

    /** What is finer than the currency is cut off; empty when it is no plain amount of zero or more. */
    public static Optional<Money> read(String text, Currency currency) {
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        return Optional.of(text.strip()).filter(plain -> AMOUNT.matcher(plain).matches()).map(plain ->
                Money.ofMajor(new BigDecimal(plain).setScale(decimals, RoundingMode.DOWN), currency));
    }

    /** Whether one yes is too few for this amount. One in another currency always takes two, if there is a rule. */
    public boolean takesTwo(Money amount) {
        return above.filter(limit -> !limit.currency().equals(amount.currency()) || amount.compareTo(limit) > 0)
                .isPresent();
    }
}
