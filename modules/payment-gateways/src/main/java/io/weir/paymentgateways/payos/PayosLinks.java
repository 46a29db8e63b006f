package io.weir.paymentgateways.payos;

import io.weir.paymentgateways.qr.QrPicture;
import io.weir.payments.api.Payment.Checkout;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Payment pages as they are opened. PayOS makes one per order code and refuses a second: then the first one is looked
 * up, which also finds one that was made while our side fell over. An inquiry has no QR code: unless it is remembered,
 * such a checkout has its page only.
 */
final class PayosLinks {
    private static final String DONG = "VND";
    private static final int LONGEST_DESCRIPTION = 9;

    private final PayosClient client;
    private final Places places;
    private final RecentCodes codes;

    /** Where the payer's browser goes when the order does not say, and how long a page is open. */
    record Places(String returnUrl, String cancelUrl, Duration life) {
    }

    PayosLinks(PayosClient client, Places places, RecentCodes codes) {
        this.client = client;
        this.places = places;
        this.codes = codes;
    }

    Opened open(OpenOrder order, Instant now) {
        if (!order.amount().currency().getCurrencyCode().equals(DONG) || order.amount().minor() <= 0) {
            throw new GatewayException("PayOS takes dong only, and order " + order.orderCode() + " is of "
                    + order.amount(), null);
        }
        var answer = client.create(request(order, now));
        return answer.isOrderCodeUsed() ? existing(order, now)
                : made(order, answer.signedWith(client.account().checksumKey()), now);
    }

    private PaymentRequest request(OpenOrder order, Instant now) {
        var returns = order.returns();
        return new PaymentRequest(order.orderCode(), order.amount().minor(), description(order),
                returns.cancelUrl().or(returns::returnUrl).orElse(places.cancelUrl()),
                returns.returnUrl().orElse(places.returnUrl()), Optional.of(now.plus(places.life())));
    }

    /**
     * The end of the reference, nine letters and digits: of {@code WR0A1B2C3D} that is all that was drawn, with one
     * letter before it. Without a reference, the end of the order code.
     */
    static String description(OpenOrder order) {
        var plain = order.reference().replaceAll("[^A-Za-z0-9]", "");
        var said = plain.isEmpty() ? Long.toString(order.orderCode()) : plain;
        return said.substring(Math.max(0, said.length() - LONGEST_DESCRIPTION));
    }

    private Opened made(OpenOrder order, Fields fields, Instant now) {
        try {
            require(fields.whole("orderCode") == order.orderCode(), order);
            require(fields.whole("amount") == order.amount().minor(), order);
            var expiresAt = fields.all().get("expiredAt") == null ? now.plus(places.life())
                    : Instant.ofEpochSecond(fields.whole("expiredAt"));
            var link = fields.requiredText("paymentLinkId");
            codes.keep(client.account(), link, fields.text("qrCode"));
            return Opened.until(checkout(fields.requiredText("checkoutUrl"), link), expiresAt);
        } catch (IllegalArgumentException e) {
            throw new GatewayException("PayOS's answer to order " + order.orderCode() + " is not as usual: "
                    + e.getMessage(), e);
        }
    }

    private Opened existing(OpenOrder order, Instant now) {
        var fields = client.look(order.orderCode()).signedWith(client.account().checksumKey());
        var link = PayosLink.read(order.orderCode(), fields);
        require(link.amount() == order.amount().minor(), order);
        // One that is over ends now: whoever asks next is told how it ended.
        return Opened.until(checkout(link.page(), link.id()),
                link.isOver() ? now : link.createdAt().orElse(now).plus(places.life()));
    }

    private Checkout checkout(String page, String link) {
        return new Checkout(Optional.of(page), codes.find(client.account(), link).map(QrPicture::of),
                Optional.of(link), Optional.empty());
    }

    private static void require(boolean isOurs, OpenOrder order) {
        if (!isOurs) {
            throw new GatewayException("PayOS has another payment under order code " + order.orderCode(), null);
        }
    }
}
