package io.weir.paymentgateways.payos;

import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import java.util.List;
import java.util.Optional;

/**
 * PayOS's messages, one for each transfer. Only what is in {@code data} is signed: the code and the success outside of
 * it are anybody's.
 */
final class PayosNotices {
    static final long SAMPLE_ORDER = 123;
    static final String SAMPLE_DESCRIPTION = "VQRIO123";
    private static final String MONEY_CAME = "00";
    private static final long LARGEST_ORDER_CODE = 9_007_199_254_740_991L;
    /** What decides here. A payer writes the description, and could write a pair in it that looks like one of these. */
    private static final List<String> DECISIVE = List.of("orderCode", "amount", "reference", "code", "currency",
            "description", "transactionDateTime");

    private PayosNotices() {
    }

    static boolean isGenuine(Optional<String> checksumKey, byte[] body) {
        try {
            var message = RawJson.object(body);
            var fields = message.part("data");
            return checksumKey.isPresent() && fields.isPresent()
                    && message.all().get("signature") instanceof String signature
                    && PayosSignature.matches(checksumKey.get(), fields.get(), signature) && isPlain(fields.get());
        } catch (IllegalArgumentException noMessage) {
            return false;
        }
    }

    /**
     * Whether the signed text can be read in one way only, as far as it matters: pairs are joined without escapes, so
     * that one long value and several short ones can have the same text, and the same signature.
     */
    private static boolean isPlain(Fields fields) {
        var text = "&" + PayosSignature.text(fields);
        var reference = fields.all().get("reference");
        return DECISIVE.stream().allMatch(name ->
                text.split("&" + name + "=", -1).length - 1 == (fields.all().containsKey(name) ? 1 : 0))
                && !(reference instanceof String said && said.contains("&"));
    }

    static Notice read(byte[] body) {
        try {
            var fields = RawJson.object(body).part("data")
                    .orElseThrow(() -> new IllegalArgumentException("a message without data"));
            return read(fields);
        } catch (IllegalArgumentException e) {
            throw new UnreadableNoticeException("no message of PayOS: " + e.getMessage(), e);
        }
    }

    private static Notice read(Fields fields) {
        long order = orderCode(fields);
        var code = fields.requiredText("code");
        var fact = code.equals(MONEY_CAME) ? money(order, fields) : new Fact.Nothing(Subject.ofOrder(order));
        return new Notice(key(order, code, fields), "payment." + PayosTransfer.bounded(code),
                fields.text("transactionDateTime").flatMap(PayosTransfer::time), fact);
    }

    /** Empty for what is no message. */
    static Optional<Subject> claimedSubject(byte[] body) {
        try {
            return RawJson.object(body).part("data").map(fields -> Subject.ofOrder(orderCode(fields)));
        } catch (IllegalArgumentException noMessage) {
            return Optional.empty();
        }
    }

    /**
     * Money without the bank's reference can't be told from the same money in an inquiry: it only says that there is
     * something to inquire after. The sample that PayOS posts when an address is registered is no money.
     */
    private static Fact money(long order, Fields fields) {
        var subject = Subject.ofOrder(order);
        if (order == SAMPLE_ORDER && fields.text("description").filter(SAMPLE_DESCRIPTION::equals).isPresent()) {
            return new Fact.Nothing(subject);
        }
        var transfer = PayosTransfer.read(fields);
        return transfer.reference().<Fact>map(reference -> received(subject, transfer, reference, Optional.empty()))
                .orElseGet(() -> Fact.OfPayment.of(subject, Fact.Outcome.PROCESSING, "PROCESSING"));
    }

    static Fact.OfPayment received(Subject subject, PayosTransfer transfer, String reference, Optional<String> words) {
        return new Fact.OfPayment(subject, Fact.Outcome.RECEIVED, Optional.of(transfer.amount()),
                Optional.of(reference), words, Optional.empty());
    }

    /** PayOS has no name for a message: the same order and reference is the same transfer, told again. */
    private static String key(long order, String code, Fields fields) {
        var reference = fields.text("reference").map(PayosTransfer::bounded)
                .orElseGet(() -> PayosTransfer.hash(PayosSignature.text(fields)));
        return order + "/" + reference + (code.equals(MONEY_CAME) ? "" : "/" + PayosTransfer.bounded(code));
    }

    private static long orderCode(Fields fields) {
        long code = fields.whole("orderCode");
        if (code < 1 || code > LARGEST_ORDER_CODE) {
            throw new IllegalArgumentException("an order code of " + code);
        }
        return code;
    }
}
