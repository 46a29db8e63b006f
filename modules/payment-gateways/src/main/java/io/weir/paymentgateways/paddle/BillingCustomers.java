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

/**
 * Paddle knows a customer by the e-mail address, once. One that a checkout made is taken for the account with that
 * address; one that carries another account's id is that one's, with its cards, and is refused.
 */
record BillingCustomers(BillingApi api) implements Customers, BillingPortal, SavedMethods {
    private static final String PATH = "/customers";
    private static final int PAGES = 2;

    @Override
    public String register(Merchant merchant, Payer payer) {
        return known(payer).orElseGet(() -> created(merchant, payer));
    }

    @Override
    public String open(Merchant merchant, Payer payer, Optional<String> returnUrl) {
        var session = api.post(merchant, path(register(merchant, payer)) + "/portal-sessions", PaddleJson.object());
        return PaddleJson.text(session, "/urls/general/overview")
                .orElseThrow(() -> new GatewayException("Paddle gave no portal address", null));
    }

    @Override
    public List<PaymentMethod> list(Merchant merchant, Payer payer) {
        return known(payer).map(customer -> api.list(merchant, path(customer) + "/payment-methods",
                Map.of("per_page", "50"), PAGES).stream().map(BillingCustomers::method).toList()).orElse(List.of());
    }

    /** Paddle keeps cards while it is paid with them; its own pages are where one is exchanged. */
    @Override
    public String add(Merchant merchant, Payer payer, Payments.Return returns) {
        return open(merchant, payer, returns.returnUrl());
    }

    @Override
    public boolean remove(Merchant merchant, Payer payer, String method) {
        var customer = known(payer);
        if (customer.isEmpty() || !BillingApi.isId(method)) {
            return false;
        }
        try {
            api.delete(merchant, path(customer.get()) + "/payment-methods/" + method);
            return true;
        } catch (PaddleRefusal refusal) {
            if (refusal.isNotFound()) {
                return false;
            }
            throw refusal;
        }
    }

    private static Optional<String> known(Payer payer) {
        return payer.customer().filter(BillingApi::isId);
    }

    private String created(Merchant merchant, Payer payer) {
        var body = PaddleJson.object().put("email", payer.email()).put("name", payer.name());
        body.set("custom_data", OurIds.ofCustomer(merchant, payer.account().toString()));
        try {
            return api.post(merchant, PATH, body).path("id").asText();
        } catch (PaddleRefusal refusal) {
            if (refusal.code().equals("customer_already_exists")) {
                return adopted(merchant, payer);
            }
            throw refusal;
        }
    }

    private String adopted(Merchant merchant, Payer payer) {
        var found = api.list(merchant, PATH, Map.of("email", payer.email(), "status", "active,archived"), 1).stream()
                .findFirst().orElseThrow(() -> new GatewayException("Paddle has the customer and does not", null));
        var id = found.path("id").asText();
        var owner = OurIds.account(found.path("custom_data"));
        if (owner.isEmpty()) {
            var ids = PaddleJson.object();
            ids.set("custom_data", OurIds.ofCustomer(merchant, payer.account().toString()));
            api.patch(merchant, path(id), ids);
        } else if (!owner.get().equals(payer.account().toString())) {
            throw new GatewayException("the payer's address is another account's at Paddle", null);
        }
        return id;
    }

    private static String path(String customer) {
        return PATH + "/" + BillingApi.id(customer);
    }

    private static PaymentMethod method(JsonNode json) {
        var card = json.path("card");
        return new PaymentMethod(json.path("id").asText(), PaddleGateway.NAME, json.path("type").asText(),
                PaddleJson.text(card, "/type"), PaddleJson.text(card, "/last4"), expires(card), false);
    }

    private static Optional<String> expires(JsonNode card) {
        return PaddleJson.text(card, "/expiry_year")
                .map(year -> "%s-%02d".formatted(year, card.path("expiry_month").asInt()));
    }
}
