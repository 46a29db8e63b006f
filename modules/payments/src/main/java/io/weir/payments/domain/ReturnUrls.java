package io.weir.payments.domain;

import io.weir.kernel.api.Refusal;
import io.weir.payments.api.Payments;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a payer's browser may be sent: absolute http or https URLs of known origins, so that no payment page becomes
 * an open redirect. A demonstration also allows any port of the machine itself.
 */
public final class ReturnUrls {
    private static final int LONGEST = 2000;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final Set<String> origins;
    private final boolean demo;

    /** @param origins such as {@code https://shop.example}; what is not an origin, such as {@code *}, allows nothing */
    public ReturnUrls(Collection<String> origins, boolean demo) {
        this.origins = origins.stream().map(ReturnUrls::parse).flatMap(Optional::stream).map(ReturnUrls::origin)
                .collect(Collectors.toUnmodifiableSet());
        this.demo = demo;
    }

    public void check(Payments.Return returns) {
        Stream.of(returns.returnUrl(), returns.cancelUrl()).flatMap(Optional::stream).forEach(this::check);
    }

    private void check(String url) {
        if (!parse(url).filter(this::isAllowed).isPresent()) {
            throw Refusal.invalid("RETURN_URL_NOT_ALLOWED").asException();
        }
    }

    private boolean isAllowed(URI url) {
        return origins.contains(origin(url)) || demo && isThisMachine(url);
    }

    private static boolean isThisMachine(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) && LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    /** A user part is refused: {@code http://localhost@evil.example} looks like somewhere else. */
    private static Optional<URI> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var url = new URI(text.trim());
            var isWeb = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return Optional.of(url).filter(u -> isWeb && u.getHost() != null && u.getRawUserInfo() == null);
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    private static String origin(URI url) {
        var scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = url.getPort() == -1 ? usual : url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
