package io.weir.paymentgateways.stripe;

import io.weir.kernel.api.AccountId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Subject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What we write into the metadata of Stripe's objects, to know them again: of a checkout, and of whatever grows out of
 * it.
 */
final class Marks {
    static final String PAYMENT = "weir_payment";
    static final String ORDER = "weir_order";
    static final String ACCOUNT = "weir_account";
    static final String TENANT = "weir_tenant";
    /** The plan's slug. Plain, so that whoever makes prices at Stripe by hand can write it there too. */
    static final String PRODUCT = "product";
    /** Says {@link #OFF_SESSION} where the payer is not there. */
    static final String CHARGE = "weir_charge";
    static final String OFF_SESSION = "off_session";
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern ORDER_FORM = Pattern.compile("[0-9]{1,16}");

    private Marks() {
    }

    static Map<String, String> of(Merchant merchant, OpenOrder order) {
        var marks = new LinkedHashMap<String, String>();
        marks.put(PAYMENT, order.payment().toString());
        marks.put(ORDER, Long.toString(order.orderCode()));
        marks.putAll(of(merchant, order.payer().account()));
        order.recurring().ifPresent(recurring -> marks.put(PRODUCT, recurring.product()));
        return marks;
    }

    static Map<String, String> of(Merchant merchant, AccountId account) {
        var marks = new LinkedHashMap<String, String>();
        marks.put(ACCOUNT, account.toString());
        marks.put(TENANT, merchant.tenant().slug());
        return marks;
    }

    static Optional<PaymentId> payment(Optional<String> text) {
        return text.filter(id -> UUID_FORM.matcher(id).matches()).map(UUID::fromString).map(PaymentId::new);
    }

    /** Whose an object is, by its metadata and by the names that Stripe gives the money and the agreement. */
    static Subject subject(Fields metadata, Optional<String> money, Optional<String> agreement) {
        return new Subject(payment(metadata.text(PAYMENT)), order(metadata.text(ORDER)), money, agreement);
    }

    private static OptionalLong order(Optional<String> text) {
        return text.filter(code -> ORDER_FORM.matcher(code).matches()).map(Long::parseLong).map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
