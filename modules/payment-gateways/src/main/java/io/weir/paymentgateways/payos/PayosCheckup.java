package io.weir.paymentgateways.payos;

import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Tries the keys by asking for a page that hardly exists: PayOS says so to its own clients only, with code 101. The
 * checksum key is not part of that; a message tries it.
 */
final class PayosCheckup implements Checkup {
    private static final long NOBODYS_ORDER = 9_007_199_254_740_991L;

    private final Function<Merchant, PayosClient> clients;

    PayosCheckup(Function<Merchant, PayosClient> clients) {
        this.clients = clients;
    }

    @Override
    public String ask(Merchant merchant) {
        var client = clients.apply(merchant);
        var answer = client.look(NOBODYS_ORDER);
        if (!answer.isNotFound()) {
            answer.signedWith(client.account().checksumKey());
        }
        return "PayOS knows client " + client.account().clientId();
    }

    /** As the sample that PayOS posts when an address is registered; the id stands as the bank's reference. */
    @Override
    public Message testNotice(Merchant merchant, String id) {
        var data = new LinkedHashMap<String, Object>();
        data.put("orderCode", PayosNotices.SAMPLE_ORDER);
        data.put("amount", 3000);
        data.put("description", PayosNotices.SAMPLE_DESCRIPTION);
        data.put("accountNumber", "12345678");
        data.put("reference", "TEST" + id);
        data.put("transactionDateTime", "2023-02-04 18:25:00");
        data.put("currency", "VND");
        data.put("paymentLinkId", "124c33293c43417ab7879e14c8d9eb18");
        data.put("code", "00");
        data.put("desc", "Thành công");
        var signature = PayosSignature.of(PayosAccount.of(merchant).checksumKey(), asFields(data));
        var message = new LinkedHashMap<String, Object>();
        message.put("code", "00");
        message.put("desc", "success");
        message.put("success", true);
        message.put("data", data);
        message.put("signature", signature);
        return new Message(Map.of("content-type", "application/json"), bytes(message));
    }

    private static Fields asFields(Map<String, Object> data) {
        return RawJson.object(bytes(data));
    }

    private static byte[] bytes(Object json) {
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
