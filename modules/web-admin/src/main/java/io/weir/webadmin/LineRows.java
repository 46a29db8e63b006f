package io.weir.webadmin;

import io.weir.kernel.api.UserId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Statements.Line;
import io.weir.payments.api.Statements.Match;
import io.weir.payments.api.Statements.Proposal;
import io.weir.platform.api.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of bank statements as they are shown, each with the payments that it may be for. */
@RequestScoped
public class LineRows {
    @Inject
    private Payments payments;
    @Inject
    private Messages messages;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private final Map<PaymentId, Payment> known = new HashMap<>();

    Row row(Line line) {
        return new Row(line.id().toString(), format.date(line.bookedOn()), format.money(line.amount()),
                line.counterparty().orElse(""), line.memo(), line.bankReference().orElse(""), line.awaitsSecond(),
                line.payment().map(this::matched).orElse(null), line.note().orElse(""),
                line.decidedBy().map(UserId::toString).map(names::person).orElse(""),
                format.time(line.decidedAt()), line.proposals().stream().map(p -> choice(line, p)).toList());
    }

    private Matched matched(PaymentId id) {
        var payment = payment(id);
        return new Matched(id.toString(), payment.reference(), names.customer(payment.account()).name());
    }

    private Choice choice(Line line, Proposal proposal) {
        var confidence = Confidence.of(proposal.match());
        var reason = messages.text(visitor.getLocale(), "MATCH_" + proposal.match(), proposal.reference(),
                format.money(line.amount()), format.money(proposal.asked()), proposal.found().orElse(""));
        return new Choice(matched(proposal.payment()), format.money(proposal.asked()),
                format.text("confidence." + confidence.word()), confidence.style(), reason,
                proposal.match().isApprovable(), proposal.match() == Match.DECIDED);
    }

    private Payment payment(PaymentId id) {
        return known.computeIfAbsent(id, payment -> payments.payment(visitor.tenantId(), payment));
    }

    /** Money that came; {@code matched}: what it was for, or awaits a second yes for; null when neither. */
    public record Row(String id, String day, String amount, String from, String memo, String bankReference,
                      boolean second, Matched matched, String note, String who, String when, List<Choice> choices) {
    }

    /** A payment that the line is, or may be, for. */
    public record Matched(String id, String reference, String customer) {
    }

    /** {@code approvable}: the payment can take it; {@code late}: it is decided, and the account can. */
    public record Choice(Matched payment, String asked, String confidence, String style, String reason,
                         boolean approvable, boolean late) {
    }
}
