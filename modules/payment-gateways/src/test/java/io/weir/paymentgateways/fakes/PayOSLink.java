package io.weir.paymentgateways.fakes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A payment page at the fake PayOS, with the transfers that came. Not safe for threads: the fake guards it. */
final class PayOSLink {
    static final String ACCOUNT = "113366668888";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter IN_MESSAGES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    final long orderCode;
    private final String id;
    private final long amount;
    private final String description;
    private final Long expiredAt;
    private final Instant createdAt;
    private final List<Transfer> transfers = new ArrayList<>();
    private String closed;
    private String reason;

    /** Money that came. */
    record Transfer(String reference, long amount, Instant at) {
    }

    PayOSLink(ObjectNode asked, Instant createdAt) {
        this.orderCode = asked.get("orderCode").longValue();
        this.id = UUID.nameUUIDFromBytes(Long.toString(orderCode).getBytes(StandardCharsets.UTF_8)).toString()
                .replace("-", "");
        this.amount = asked.get("amount").longValue();
        this.description = "CSFAKE " + asked.get("description").textValue();
        this.expiredAt = asked.has("expiredAt") ? asked.get("expiredAt").longValue() : null;
        this.createdAt = createdAt;
    }

    String status() {
        if (paid() >= amount) {
            return "PAID";
        }
        return closed != null ? closed : paid() > 0 ? "UNDERPAID" : "PENDING";
    }

    boolean isOpen() {
        return status().equals("PENDING") || status().equals("UNDERPAID");
    }

    /** @param how CANCELLED or EXPIRED */
    void close(String how, String why) {
        closed = how;
        reason = why;
    }

    Transfer receive(long dong, Instant at) {
        var transfer = new Transfer("FT" + orderCode + String.format("%02d", transfers.size() + 1), dong, at);
        transfers.add(transfer);
        return transfer;
    }

    ObjectNode created() {
        var data = JSON.createObjectNode().put("bin", "970422").put("accountNumber", ACCOUNT)
                .put("accountName", "CONG TY TEST").put("amount", amount).put("description", description)
                .put("orderCode", orderCode).put("currency", "VND").put("paymentLinkId", id).put("status", status());
        return data.put("expiredAt", expiredAt).put("checkoutUrl", "https://pay.payos.vn/web/" + id)
                .put("qrCode", "00020101021238560010A0000007270126000697042201121133666688880208QRIBFTTA5303704"
                        + "5802VN62" + description);
    }

    ObjectNode told() {
        var data = JSON.createObjectNode().put("id", id).put("orderCode", orderCode).put("amount", amount)
                .put("amountPaid", paid()).put("amountRemaining", Math.max(0, amount - paid()))
                .put("status", status()).put("createdAt", createdAt.atOffset(VIETNAM).toString());
        var list = data.putArray("transactions");
        transfers.forEach(transfer -> list.addObject().put("reference", transfer.reference())
                .put("amount", transfer.amount()).put("accountNumber", ACCOUNT).put("description", description)
                .put("transactionDateTime", transfer.at().atOffset(VIETNAM).toString())
                .putNull("virtualAccountName").putNull("virtualAccountNumber").put("counterAccountBankId", "970422")
                .putNull("counterAccountBankName").put("counterAccountName", "NGUYEN VAN AN")
                .put("counterAccountNumber", "0123456789"));
        return data.put("cancellationReason", reason).putNull("canceledAt");
    }

    ObjectNode message(Transfer transfer) {
        return JSON.createObjectNode().put("orderCode", orderCode).put("amount", transfer.amount())
                .put("description", description).put("accountNumber", ACCOUNT).put("reference", transfer.reference())
                .put("transactionDateTime", transfer.at().atOffset(VIETNAM).format(IN_MESSAGES))
                .put("currency", "VND").put("paymentLinkId", id).put("code", "00").put("desc", "success")
                .put("counterAccountBankId", "970422").putNull("counterAccountBankName")
                .put("counterAccountName", "NGUYEN VAN AN").put("counterAccountNumber", "0123456789")
                .put("virtualAccountName", "").put("virtualAccountNumber", "");
    }

    private long paid() {
        return transfers.stream().mapToLong(Transfer::amount).sum();
    }
}
