package io.weir.paymentgateways.paddle;

import io.weir.payments.api.Recurring;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.Merchant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a merchant tells Paddle's gateway. {@link #API_KEY} is Billing's API key, or Classic's vendor_auth_code. */
final class PaddleSettings {
    static final String API_KEY = "PADDLE_API_KEY";
    static final String WEBHOOK_SECRET = "PADDLE_WEBHOOK_SECRET";
    /** For Paddle.js on the page that opens the checkout; public by nature. */
    static final String CLIENT_TOKEN = "PADDLE_CLIENT_TOKEN";
    /** {@code sandbox} or {@code live}. */
    static final String ENVIRONMENT = "PADDLE_ENVIRONMENT";
    static final String API_URL = "PADDLE_API_URL";
    /** The page with Paddle.js; Paddle's own default payment link when absent. */
    static final String CHECKOUT_URL = "PADDLE_CHECKOUT_URL";
    /** Of prices that are not in Paddle's catalogue. */
    static final String TAX_CATEGORY = "PADDLE_TAX_CATEGORY";
    static final String TOLERANCE_SECONDS = "PADDLE_TOLERANCE_SECONDS";
    static final String VENDOR_ID = "PADDLE_VENDOR_ID";
    /** Classic's, for a merchant whose {@link #API_KEY} is Billing's; instead of that one. */
    static final String VENDOR_AUTH_CODE = "PADDLE_VENDOR_AUTH_CODE";
    static final String PUBLIC_KEY = "PADDLE_PUBLIC_KEY_BASE64";
    static final String VENDORS_URL = "PADDLE_VENDORS_URL";

    static final List<GatewaySetting> ALL = List.of(
            GatewaySetting.secret(API_KEY), GatewaySetting.secret(WEBHOOK_SECRET), GatewaySetting.open(CLIENT_TOKEN),
            GatewaySetting.open(ENVIRONMENT), GatewaySetting.open(CHECKOUT_URL), GatewaySetting.open(TAX_CATEGORY),
            GatewaySetting.open(TOLERANCE_SECONDS), GatewaySetting.address(API_URL), GatewaySetting.open(VENDOR_ID),
            GatewaySetting.secret(VENDOR_AUTH_CODE), GatewaySetting.open(PUBLIC_KEY),
            GatewaySetting.address(VENDORS_URL));

    private PaddleSettings() {
    }

    static boolean isSandbox(Merchant merchant) {
        return merchant.setting(ENVIRONMENT).filter("sandbox"::equalsIgnoreCase).isPresent();
    }

    /**
     * Paddle's name for what is bought: a price's id in Billing, a plan's in Classic. From {@code
     * PADDLE_PRICE_{PRODUCT}_{MONTHLY|YEARLY}}, the product's slug in capitals with {@code _} for all else.
     */
    static Optional<String> price(Merchant merchant, Recurring recurring) {
        var product = recurring.product().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return period(recurring).flatMap(period -> merchant.setting("PADDLE_PRICE_" + product + "_" + period));
    }

    private static Optional<String> period(Recurring recurring) {
        return switch (recurring.unit()) {
            case YEAR -> Optional.of("YEARLY").filter(yearly -> recurring.count() == 1);
            case MONTH -> switch (recurring.count()) {
                case 1 -> Optional.of("MONTHLY");
                case 12 -> Optional.of("YEARLY");
                default -> Optional.empty();
            };
            case DAY -> Optional.empty();
        };
    }
}
