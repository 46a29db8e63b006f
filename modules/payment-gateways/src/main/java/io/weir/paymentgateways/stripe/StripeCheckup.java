package io.weir.paymentgateways.stripe;

import com.stripe.Stripe;
import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Json;
import io.weir.platform.api.Time;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Asks whose the key is, and signs events of a type that Stripe does not have. */
record StripeCheckup(Time time) implements Checkup {
    @Override
    public String ask(Merchant merchant) {
        var account = StripeCalls.make(merchant,
                stripe -> StripeCalls.answer(stripe.accounts().retrieveCurrent()));
        var name = account.text("business_profile", "name")
                .or(() -> account.text("settings", "dashboard", "display_name")).or(() -> account.text("email"));
        return name.map(n -> n + ", ").orElse("") + account.text("id").orElse("") + ", "
                + (isLive(merchant) ? "live" : "test mode");
    }

    @Override
    public Message testNotice(Merchant merchant, String id) {
        var secret = StripeSettings.webhookSecrets(merchant).stream().findFirst().orElseThrow(
                () -> new GatewayException("no " + StripeSettings.WEBHOOK_SECRET, null));
        var now = time.now();
        var body = event(id, now).getBytes(StandardCharsets.UTF_8);
        return new Message(Map.of("content-type", "application/json; charset=utf-8", StripeSignature.HEADER,
                StripeSignature.sign(secret, now, body)), body);
    }

    /** Keys say for which of Stripe's two worlds they are: {@code sk_test_…}, {@code rk_live_…}. */
    private static boolean isLive(Merchant merchant) {
        return merchant.required(StripeSettings.SECRET_KEY).contains("_live_");
    }

    private static String event(String id, Instant now) {
        return Json.write(Map.of("id", "evt_weir_" + id, "object", "event", "type", "weir.test", "api_version",
                Stripe.API_VERSION, "created", now.getEpochSecond(), "livemode", false,
                "data", Map.of("object", Map.of("id", id, "object", "weir.test"))));
    }
}
