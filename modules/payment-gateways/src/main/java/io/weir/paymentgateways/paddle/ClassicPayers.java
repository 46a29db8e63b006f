package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.BillingPortal;
import io.weir.payments.spi.Customers;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Payer;
import io.weir.payments.spi.SavedMethods;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Classic makes its users itself, when they pay; until then our own name for the account stands in. A user's card is
 * kept with each subscription and changed on a page of Paddle's. Users are recognised by their number, which came
 * signed with one of our payments, never by an e-mail address that anybody may have typed.
 */
record ClassicPayers(ClassicApi api) implements Customers, SavedMethods, BillingPortal {
    private static final Pattern USER = Pattern.compile("\\d{1,20}");
    private static final int PAGES = 10;
    private static final int PAGE_SIZE = 200;

    @Override
    public String register(Merchant merchant, Payer payer) {
        return payer.customer().orElseGet(() -> payer.account().toString());
    }

    @Override
    public List<PaymentMethod> list(Merchant merchant, Payer payer) {
        return subscriptions(merchant, payer).stream().map(ClassicPayers::method).toList();
    }

    @Override
    public String add(Merchant merchant, Payer payer, Payments.Return returns) {
        return open(merchant, payer, returns.returnUrl());
    }

    /** Cards go with their subscriptions; there is none to remove by itself. */
    @Override
    public boolean remove(Merchant merchant, Payer payer, String method) {
        return false;
    }

    @Override
    public String open(Merchant merchant, Payer payer, Optional<String> returnUrl) {
        return subscriptions(merchant, payer).stream().flatMap(user -> PaddleJson.text(user, "/update_url").stream())
                .findFirst().orElseThrow(() -> new GatewayException(
                        "Paddle Classic has a page only for those who have a subscription", null));
    }

    private List<JsonNode> subscriptions(Merchant merchant, Payer payer) {
        var user = payer.customer().filter(name -> USER.matcher(name).matches());
        return user.map(name -> all(merchant).filter(entry -> entry.path("user_id").asText().equals(name)).toList())
                .orElse(List.of());
    }

    private Stream<JsonNode> all(Merchant merchant) {
        return Stream.iterate(1, page -> page + 1).limit(PAGES)
                .map(page -> api.post(merchant, "/2.0/subscription/users", Map.of("page", Integer.toString(page),
                        "results_per_page", Integer.toString(PAGE_SIZE))))
                .takeWhile(entries -> !entries.isEmpty()).flatMap(PaddleJson::elements);
    }

    private static PaymentMethod method(JsonNode user) {
        var information = user.path("payment_information");
        return new PaymentMethod(user.path("subscription_id").asText(), PaddleGateway.NAME,
                information.path("payment_method").asText(), PaddleJson.text(information, "/card_type"),
                PaddleJson.text(information, "/last_four_digits"),
                PaddleJson.text(information, "/expiry_date").map(ClassicPayers::yearAndMonth), true);
    }

    /** From {@code 12/2027}. */
    private static String yearAndMonth(String expiry) {
        return expiry.replaceFirst("^(\\d{2})/(\\d{4})$", "$2-$1");
    }
}
