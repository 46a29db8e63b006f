package io.weir.webadmin;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Approvals.Opinion;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has said what about a payment, and when it takes two. Each payment is asked about once per page. */
@RequestScoped
public class OpinionRows {
    private static final String FOUR_EYES = "payments.four-eyes-above";

    @Inject
    private Approvals approvals;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private final Map<PaymentId, List<Opinion>> known = new HashMap<>();

    List<Row> of(Payment payment) {
        return opinions(payment).stream().map(this::row).toList();
    }

    /** Whether somebody has said yes and nothing has come of it yet. */
    boolean isSecond(Payment payment) {
        return visitor.tenant().setting(FOUR_EYES).isPresent() && isSecond(payment, opinions(payment));
    }

    static boolean isSecond(Payment payment, List<Opinion> opinions) {
        return payment.status().isOpen() && payment.progress().received().isZero()
                && opinions.stream().anyMatch(Opinion::yes);
    }

    private List<Opinion> opinions(Payment payment) {
        return known.computeIfAbsent(payment.id(), id -> approvals.of(visitor.tenantId(), id));
    }

    /** The amount above which it takes two; empty where one is always enough. */
    String rule() {
        var currency = visitor.tenant().currency();
        return visitor.tenant().setting(FOUR_EYES).flatMap(text -> Amounts.read(text, currency.getCurrencyCode()))
                .map(major -> format.money(Money.ofMajor(major, currency))).orElse("");
    }

    private Row row(Opinion opinion) {
        return new Row(names.person(opinion.by().toString()), opinion.yes(),
                format.text(opinion.yes() ? "saidYes" : "saidNo"),
                opinion.received().map(format::money).orElse(""), opinion.note().orElse(""),
                format.time(opinion.at()));
    }

    /** One person's word; {@code amount}: the money that a yes means. */
    public record Row(String who, boolean yes, String said, String amount, String note, String at) {
    }
}
