package io.weir.paymentgateways.payos;

import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.Merchant;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a tenant has at PayOS: one payment channel with its three keys. */
record PayosAccount(URI api, String clientId, String apiKey, String checksumKey, Optional<String> partner) {
    static final String CLIENT_ID = "PAYOS_CLIENT_ID";
    static final String API_KEY = "PAYOS_API_KEY";
    static final String CHECKSUM_KEY = "PAYOS_CHECKSUM_KEY";
    static final String PARTNER_CODE = "PAYOS_PARTNER_CODE";
    static final String API_URL = "PAYOS_API_URL";
    static final String RETURN_URL = "PAYOS_RETURN_URL";
    static final String CANCEL_URL = "PAYOS_CANCEL_URL";
    /** How long a payment page is open, in minutes. */
    static final String LINK_MINUTES = "PAYOS_LINK_MINUTES";
    static final List<GatewaySetting> SETTINGS = List.of(GatewaySetting.open(CLIENT_ID),
            GatewaySetting.secret(API_KEY), GatewaySetting.secret(CHECKSUM_KEY), GatewaySetting.open(PARTNER_CODE),
            GatewaySetting.open(RETURN_URL), GatewaySetting.open(CANCEL_URL), GatewaySetting.open(LINK_MINUTES),
            GatewaySetting.address(API_URL));

    private static final String USUAL_API = "https://api-merchant.payos.vn";
    private static final String USUAL_MINUTES = "30";
    private static final int MOST_MINUTES = 60 * 24 * 365;
    private static final String DONG = "VND";

    static boolean isComplete(Merchant merchant) {
        return inDong(merchant) && merchant.has(CLIENT_ID) && merchant.has(API_KEY) && merchant.has(CHECKSUM_KEY);
    }

    /** @throws GatewayException when a key is missing, or the tenant does not sell in dong */
    static PayosAccount of(Merchant merchant) {
        if (!inDong(merchant)) {
            throw new GatewayException("PayOS takes dong only, and tenant " + merchant.tenant().slug() + " sells in "
                    + merchant.tenant().currency(), null);
        }
        return new PayosAccount(api(merchant.setting(API_URL).orElse(USUAL_API)),
                merchant.required(CLIENT_ID).trim(), merchant.required(API_KEY).trim(),
                merchant.required(CHECKSUM_KEY).trim(), merchant.setting(PARTNER_CODE).map(String::trim));
    }

    /** What PayOS signs with; all that its messages are verified by. */
    static Optional<String> checksumKey(Merchant merchant) {
        return merchant.setting(CHECKSUM_KEY).map(String::trim);
    }

    /** @throws GatewayException when the setting is no whole number from 1 to a year's */
    static Duration linkLife(Merchant merchant) {
        var minutes = merchant.setting(LINK_MINUTES).orElse(USUAL_MINUTES).trim();
        if (!minutes.matches("\\d{1,6}") || Integer.parseInt(minutes) < 1 || Integer.parseInt(minutes) > MOST_MINUTES) {
            throw new GatewayException(LINK_MINUTES + " is no whole number from 1 to " + MOST_MINUTES, null);
        }
        return Duration.ofMinutes(Integer.parseInt(minutes));
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "PayosAccount[" + clientId + " at " + api + "]";
    }

    private static boolean inDong(Merchant merchant) {
        return merchant.tenant().currency().getCurrencyCode().equals(DONG);
    }

    private static URI api(String url) {
        try {
            var api = URI.create(url.trim().replaceAll("/+$", ""));
            if (api.getHost() != null && ("https".equals(api.getScheme()) || "http".equals(api.getScheme()))) {
                return api;
            }
        } catch (IllegalArgumentException e) {
            throw new GatewayException(API_URL + " is no web address", e);
        }
        throw new GatewayException(API_URL + " is no web address", null);
    }
}
