package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.kernel.api.Money;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.Merchant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a transaction or a subscription is made of: one item. A price of the merchant's catalogue is taken where one is
 * set for the product and asks exactly what we ask; else a price of our own, of that one's product if there is one.
 * Our own includes tax, so that what is charged is what was agreed.
 */
record BillingPrices(BillingApi api) {
    /** Paddle's for what is none of its special categories. */
    private static final String USUAL_CATEGORY = "standard";
    private static final int LONGEST_NAME = 150;

    ObjectNode item(Merchant merchant, String name, Money amount, Optional<Recurring> recurring) {
        var catalogue = recurring.flatMap(period -> PaddleSettings.price(merchant, period))
                .map(id -> api.get(merchant, "/prices/" + BillingApi.id(id.trim())));
        var item = PaddleJson.object().put("quantity", 1);
        if (catalogue.filter(price -> asks(price, amount)).isPresent()) {
            return item.put("price_id", catalogue.get().path("id").asText());
        }
        return item.set("price", ownPrice(merchant, new Wanted(shortened(name), amount, recurring), catalogue));
    }

    private ObjectNode ownPrice(Merchant merchant, Wanted wanted, Optional<JsonNode> catalogue) {
        var price = PaddleJson.object();
        price.put("description", wanted.name()).put("name", wanted.name());
        price.putObject("unit_price").put("amount", Long.toString(wanted.amount().minor()))
                .put("currency_code", wanted.amount().currency().getCurrencyCode());
        price.putObject("quantity").put("minimum", 1).put("maximum", 1);
        price.put("tax_mode", "internal");
        wanted.recurring().ifPresent(period -> price.putObject("billing_cycle")
                .put("interval", period.unit().name().toLowerCase(Locale.ROOT)).put("frequency", period.count()));
        catalogue.flatMap(known -> PaddleJson.text(known, "/product_id")).ifPresentOrElse(
                product -> price.put("product_id", product),
                () -> price.putObject("product").put("name", wanted.name()).put("tax_category",
                        merchant.setting(PaddleSettings.TAX_CATEGORY).orElse(USUAL_CATEGORY)));
        return price;
    }

    private static boolean asks(JsonNode price, Money amount) {
        var unit = price.path("unit_price");
        return unit.path("amount").asText().equals(Long.toString(amount.minor()))
                && unit.path("currency_code").asText().equals(amount.currency().getCurrencyCode());
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private record Wanted(String name, Money amount, Optional<Recurring> recurring) {
    }
}
