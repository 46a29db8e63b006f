package io.weir.webportal;

import io.weir.payments.api.PaymentMethod;
import java.util.Locale;

/** A way to pay as people know it. */
final class MethodWords {
    private MethodWords() {
    }

    /** {@code Visa •••• 4242}; the kind where no brand is known. */
    static String title(PaymentMethod method, String kind) {
        var name = method.brand().filter(brand -> !brand.isBlank()).map(MethodWords::capital).orElse(kind);
        return name + method.last4().map(digits -> " •••• " + digits).orElse("");
    }

    /** As cards have it: {@code 2027-04} is {@code 04/2027}. */
    static String month(String yearAndMonth) {
        return yearAndMonth.matches("\\d{4}-\\d{2}")
                ? yearAndMonth.substring(5) + "/" + yearAndMonth.substring(0, 4) : yearAndMonth;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
