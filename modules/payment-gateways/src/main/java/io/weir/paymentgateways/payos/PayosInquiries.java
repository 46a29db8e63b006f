package io.weir.paymentgateways.payos;

import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a payment page stands: each transfer by the same name as in its message, so that it counts once whichever comes
 * first, and then whether more can come. A fact's words are PayOS's word for the page.
 */
final class PayosInquiries implements Inquiries {
    private static final String REASON = "closed by the shop";

    private final Function<Merchant, PayosClient> clients;

    PayosInquiries(Function<Merchant, PayosClient> clients) {
        this.clients = clients;
    }

    @Override
    public List<Fact.OfPayment> ask(Merchant merchant, OpenedOrder order) {
        return look(clients.apply(merchant), order.orderCode()).map(link -> facts(order, link)).orElse(List.of());
    }

    /** A refusal is looked into: PayOS has no code of its own for pages that are closed or paid. */
    @Override
    public void close(Merchant merchant, OpenedOrder order) {
        var client = clients.apply(merchant);
        var answer = client.cancel(order.orderCode(), REASON);
        if (answer.isNotFound()) {
            return;
        }
        if (answer.isFine()) {
            answer.signedWith(client.account().checksumKey());
        } else if (look(client, order.orderCode()).filter(PayosLink::isOpen).isPresent()) {
            throw answer.refused();
        }
    }

    private static Optional<PayosLink> look(PayosClient client, long orderCode) {
        var answer = client.look(orderCode);
        return answer.isNotFound() ? Optional.empty()
                : Optional.of(PayosLink.read(orderCode, answer.signedWith(client.account().checksumKey())));
    }

    private static List<Fact.OfPayment> facts(OpenedOrder order, PayosLink link) {
        var subject = Subject.of(order.payment());
        var facts = new ArrayList<Fact.OfPayment>();
        link.transfers().forEach(transfer -> facts.add(PayosNotices.received(subject, transfer,
                transfer.name(order.orderCode()), Optional.of(link.status()))));
        outcome(link.status(), facts.isEmpty())
                .ifPresent(outcome -> facts.add(Fact.OfPayment.of(subject, outcome, link.status())));
        return List.copyOf(facts);
    }

    /**
     * Paid without a transfer is a moment at PayOS, not an end: the money has no name yet. Pending, and words that are
     * new to us, say nothing.
     */
    private static Optional<Outcome> outcome(String status, boolean noMoney) {
        return switch (status) {
            case "CANCELLED", "EXPIRED" -> Optional.of(Outcome.CANCELLED);
            case "FAILED" -> Optional.of(Outcome.FAILED);
            case "PAID", "UNDERPAID", "PROCESSING" -> noMoney ? Optional.of(Outcome.PROCESSING) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
