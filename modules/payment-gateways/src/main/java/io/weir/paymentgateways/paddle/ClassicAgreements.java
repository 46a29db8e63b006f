package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Time;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Subscriptions of Classic. It cancels at once and for good, without a look back; the paid period stays paid, so an end
 * at the period's end is told as one, and can't be taken back.
 */
record ClassicAgreements(ClassicApi api, Time time, IdSeal seal) implements Agreements {
    private static final String USERS = "/2.0/subscription/users";

    @Override
    public AgreementState look(Merchant merchant, String agreement) {
        return found(merchant, agreement).map(ClassicAgreements::state)
                .orElseGet(() -> ended(agreement, Optional.empty()));
    }

    @Override
    public AgreementState cancel(Merchant merchant, String agreement, boolean atPeriodEnd) {
        var now = look(merchant, agreement);
        if (now.status() == Status.ENDED) {
            return now;
        }
        api.post(merchant, USERS + "_cancel", Map.of("subscription_id", agreement));
        var goesOn = atPeriodEnd && now.paidUntil().filter(until -> until.isAfter(time.now())).isPresent();
        return goesOn ? new AgreementState(agreement, now.customer(), Status.ACTIVE, true, now.paidUntil(),
                now.product()) : ended(agreement, now.customer());
    }

    @Override
    public AgreementState resume(Merchant merchant, String agreement) {
        var now = look(merchant, agreement);
        if (now.status() == Status.ENDED) {
            throw new GatewayException("Paddle Classic takes no cancellation back", null);
        }
        if (now.cancelAtPeriodEnd()) {
            update(merchant, Map.of("subscription_id", agreement, "pause", "false"));
            return look(merchant, agreement);
        }
        return now;
    }

    @Override
    public AgreementState change(Merchant merchant, String agreement, Change change) {
        var plan = PaddleSettings.price(merchant, change.recurring()).map(String::trim).orElseThrow(
                () -> new GatewayException("no plan is set for " + change.recurring().product(), null));
        var now = found(merchant, agreement)
                .orElseThrow(() -> new GatewayException("the subscription has ended at Paddle", null));
        if (!now.path("plan_id").asText().equals(plan)) {
            update(merchant, fields(merchant, agreement, change, plan));
        }
        var state = look(merchant, agreement);
        return new AgreementState(agreement, state.customer(), state.status(), state.cancelAtPeriodEnd(),
                state.paidUntil(), Optional.of(change.recurring().product()));
    }

    private Map<String, String> fields(Merchant merchant, String agreement, Change change, String plan) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("subscription_id", agreement);
        fields.put("plan_id", plan);
        fields.put("quantity", "1");
        fields.put("currency", change.price().currency().getCurrencyCode());
        fields.put("recurring_price", change.price().major().toPlainString());
        fields.put("bill_immediately", Boolean.toString(change.atOnce()));
        fields.put("prorate", Boolean.toString(change.atOnce()));
        fields.put("passthrough", OurIds.none().ofTenant(merchant).changedTo(change, Optional.empty())
                .asPlan(plan).sealed(seal).toString());
        return fields;
    }

    private void update(Merchant merchant, Map<String, String> fields) {
        api.post(merchant, USERS + "/update", fields);
    }

    /** Those that were cancelled are listed no more. */
    private Optional<JsonNode> found(Merchant merchant, String agreement) {
        var users = api.post(merchant, USERS, Map.of("subscription_id", agreement));
        return PaddleJson.elements(users).filter(user -> user.path("subscription_id").asText().equals(agreement))
                .filter(user -> !user.path("state").asText().equals(ClassicStatus.DELETED)).findFirst();
    }

    private static AgreementState state(JsonNode user) {
        var state = user.path("state").asText();
        return new AgreementState(user.path("subscription_id").asText(), PaddleJson.text(user, "/user_id"),
                ClassicStatus.of(state), ClassicStatus.isPaused(state),
                PaddleJson.text(user, "/next_payment/date").map(PaddleJson::day), Optional.empty());
    }

    private static AgreementState ended(String agreement, Optional<String> customer) {
        return new AgreementState(agreement, customer, Status.ENDED, false, Optional.empty(), Optional.empty());
    }
}
