package io.weir.paymentgateways.paddle;

import io.weir.payments.api.PaymentId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our own name for a pay link, since Classic gives none: {@code paylink.{plan or 0}.{payment}}. The plan is where its
 * orders can be looked up.
 */
record PayLink(Optional<String> plan, PaymentId payment) {
    static final String FORM = "paylink\\.(\\d{1,20})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final String NO_PLAN = "0";

    static Optional<PayLink> of(String name) {
        var form = PATTERN.matcher(name);
        return form.matches() ? Optional.of(new PayLink(
                Optional.of(form.group(1)).filter(plan -> !plan.equals(NO_PLAN)), PaymentId.of(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "paylink." + plan.orElse(NO_PLAN) + "." + payment;
    }
}
