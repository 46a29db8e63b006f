package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Time;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks for the list of event types, which every key may read, and signs a type that nobody acts on. */
record BillingCheckup(BillingApi api, Time time) implements Checkup {
    @Override
    public String ask(Merchant merchant) {
        var types = api.get(merchant, "/event-types").size();
        return "Paddle Billing" + (PaddleSettings.isSandbox(merchant) ? " (sandbox)" : "") + ", " + types
                + " event types";
    }

    @Override
    public Message testNotice(Merchant merchant, String id) {
        var event = PaddleJson.object().put("event_id", id).put("event_type", "weir.test")
                .put("occurred_at", time.now().toString()).put("notification_id", id);
        event.putObject("data");
        var body = event.toString().getBytes(StandardCharsets.UTF_8);
        var secret = merchant.required(PaddleSettings.WEBHOOK_SECRET).trim();
        return new Message(Map.of("content-type", "application/json", BillingSignature.HEADER,
                BillingSignature.sign(secret, time.now(), body)), body);
    }
}
