package io.weir.paymentgateways.stripe;

import io.weir.payments.api.Recurring;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.Merchant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What Stripe is told, by the names of the environment variables. */
final class StripeSettings {
    static final String SECRET_KEY = "STRIPE_SECRET_KEY";
    static final String PUBLISHABLE_KEY = "STRIPE_PUBLISHABLE_KEY";
    static final String WEBHOOK_SECRET = "STRIPE_WEBHOOK_SECRET";
    /** The same under its other name. */
    static final String SIGNING_SECRET = "STRIPE_SIGNING_SECRET";
    static final String API_URL = "STRIPE_API_URL";
    static final List<GatewaySetting> ALL = List.of(GatewaySetting.secret(SECRET_KEY),
            GatewaySetting.open(PUBLISHABLE_KEY), GatewaySetting.secret(WEBHOOK_SECRET),
            GatewaySetting.secret(SIGNING_SECRET), GatewaySetting.address(API_URL));

    private StripeSettings() {
    }

    static boolean areComplete(Merchant merchant) {
        return merchant.has(SECRET_KEY) && !webhookSecrets(merchant).isEmpty();
    }

    /** Several, separated by commas, while one is being replaced. */
    static List<String> webhookSecrets(Merchant merchant) {
        return Stream.of(WEBHOOK_SECRET, SIGNING_SECRET).flatMap(name -> merchant.setting(name).stream())
                .flatMap(list -> Arrays.stream(list.split(","))).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    /** The price that was made at Stripe for this: {@code STRIPE_PRICE_PRO_MONTHLY}. */
    static Optional<String> price(Merchant merchant, Recurring recurring) {
        return rhythm(recurring).flatMap(word -> merchant.setting("STRIPE_PRICE_"
                + recurring.product().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_" + word));
    }

    private static Optional<String> rhythm(Recurring recurring) {
        return switch (recurring.unit()) {
            case MONTH -> recurring.count() == 1 ? Optional.of("MONTHLY")
                    : recurring.count() == 12 ? Optional.of("YEARLY") : Optional.empty();
            case YEAR -> recurring.count() == 1 ? Optional.of("YEARLY") : Optional.empty();
            case DAY -> Optional.empty();
        };
    }
}
