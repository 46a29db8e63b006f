package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Classic's API: forms in, JSON out, {@code success} and {@code response} or {@code error}, whatever HTTP's status. */
final class ClassicApi {
    private static final String LIVE = "https://vendors.paddle.com";
    private static final String SANDBOX = "https://sandbox-vendors.paddle.com";
    private final PaddleHttp http = new PaddleHttp();

    /** @param path such as {@code /2.0/product/generate_pay_link} */
    JsonNode post(Merchant merchant, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("vendor_id", merchant.required(PaddleSettings.VENDOR_ID).trim());
        all.put("vendor_auth_code", authCode(merchant));
        all.putAll(fields);
        var answer = http.send(HttpRequest.newBuilder(uri(merchant, path)).timeout(PaddleHttp.TO_ANSWER)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(ClassicForm.body(all))).build());
        if (!answer.isGood() || !answer.body().path("success").asBoolean()) {
            var error = answer.body().path("error");
            throw new PaddleRefusal(answer.status(), error.path("code").asText("status " + answer.status()),
                    error.path("message").asText("no reason given"));
        }
        return answer.body().path("response");
    }

    static boolean hasAuthCode(Merchant merchant) {
        return merchant.has(PaddleSettings.VENDOR_AUTH_CODE) || merchant.has(PaddleSettings.API_KEY);
    }

    private static String authCode(Merchant merchant) {
        return merchant.setting(PaddleSettings.VENDOR_AUTH_CODE)
                .orElseGet(() -> merchant.required(PaddleSettings.API_KEY)).trim();
    }

    private static URI uri(Merchant merchant, String path) {
        var base = merchant.setting(PaddleSettings.VENDORS_URL)
                .orElse(PaddleSettings.isSandbox(merchant) ? SANDBOX : LIVE);
        try {
            return URI.create(base.replaceAll("/+$", "") + "/api" + path);
        } catch (IllegalArgumentException e) {
            throw new GatewayException(PaddleSettings.VENDORS_URL + " is no address", e);
        }
    }
}
