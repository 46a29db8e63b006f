package io.weir.paymentgateways.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeObjectInterface;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.UnreadableNoticeException;
import java.util.regex.Pattern;

/** Asks Stripe in a merchant's name. What fails is a {@link GatewayException}, in words that hold no key. */
final class StripeCalls {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 20_000;
    private static final int RETRIES = 2;
    private static final int NOT_FOUND = 404;
    private static final Pattern KEY = Pattern.compile("\\b(sk|rk|pk|whsec)_[\\w*]+");

    private StripeCalls() {
    }

    /** One or more requests. */
    interface Call<T> {
        T on(V1Services stripe) throws StripeException;
    }

    static <T> T make(Merchant merchant, Call<T> call) {
        try {
            return call.on(client(merchant).v1());
        } catch (StripeException e) {
            throw failure(e);
        } catch (UnreadableNoticeException e) {
            throw new GatewayException("Stripe's answer has " + e.getMessage(), e);
        }
    }

    /** The answer as it came. */
    static Fields answer(StripeObjectInterface answered) {
        return Fields.parse(answered.getLastResponse().body());
    }

    /** The same key is the same deed, however often it is asked for. */
    static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    static boolean isUnknown(StripeException e) {
        return e instanceof InvalidRequestException && e.getStatusCode() != null && e.getStatusCode() == NOT_FOUND;
    }

    /** What Stripe says, without whatever looks like a key. */
    static String words(StripeException e) {
        var said = e.getStripeError() == null ? null : e.getStripeError().getMessage();
        return said == null ? "status " + e.getStatusCode() : KEY.matcher(said).replaceAll("$1_…");
    }

    private static StripeClient client(Merchant merchant) {
        var client = StripeClient.builder().setApiKey(merchant.required(StripeSettings.SECRET_KEY))
                .setConnectTimeout(CONNECT_MILLIS).setReadTimeout(READ_MILLIS).setMaxNetworkRetries(RETRIES);
        merchant.setting(StripeSettings.API_URL).map(url -> url.replaceAll("/+$", "")).ifPresent(client::setApiBase);
        return client.build();
    }

    /** Only a lost connection keeps its cause: Stripe's own messages can quote a key. */
    private static GatewayException failure(StripeException e) {
        if (e instanceof ApiConnectionException) {
            return new GatewayException("Stripe can't be reached", e);
        }
        if (e instanceof PermissionException) {
            return new GatewayException("Stripe does not let the secret key do this" + trace(e), null);
        }
        if (e instanceof AuthenticationException) {
            return new GatewayException("Stripe does not know the secret key", null);
        }
        return new GatewayException((e instanceof CardException ? "The payer's bank refused: " : "Stripe refused: ")
                + words(e) + trace(e), null);
    }

    private static String trace(StripeException e) {
        return e.getRequestId() == null ? "" : " (" + e.getRequestId() + ")";
    }
}
