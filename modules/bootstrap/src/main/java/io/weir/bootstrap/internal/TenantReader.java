package io.weir.bootstrap.internal;

import io.weir.bootstrap.internal.CatalogueFile.BankAccount;
import io.weir.bootstrap.internal.CatalogueFile.Brand;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who the tenant is, how it looks, and how it is paid. */
final class TenantReader {
    static final String LABEL = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";
    private static final int LONGEST_NAME = 255;
    private final Section root;

    private TenantReader(Section root) {
        this.root = root;
    }

    /** The parts of {@link CatalogueFile} that are the tenant's own. */
    record Parts(String slug, String name, Currency currency, Locale locale, ZoneId timeZone, Boolean sandbox,
                 Brand brand, List<String> corsOrigins, Map<String, String> settings, List<String> gateways,
                 BankAccount bankAccount) {
    }

    static Parts read(Section root) {
        return new TenantReader(root).read();
    }

    private Parts read() {
        var slug = root.needText("slug");
        root.require(slug == null || slug.matches(LABEL), "slug", "BAD_SLUG");
        var name = root.needText("name");
        root.require(name == null || name.length() <= LONGEST_NAME, "name", "TOO_LONG");
        Boolean sandbox = root.needed("sandbox") ? root.flag("sandbox") : null;
        var gateways = gateways();
        return new Parts(slug, name, currency(), locale(), zone(), sandbox, brand(), root.texts("corsOrigins"),
                settings(), gateways, bank(gateways.contains("manual")));
    }

    private Currency currency() {
        var code = root.needText("currency");
        var known = currency(code);
        root.require(code == null || known.isPresent(), "currency", "BAD_CURRENCY");
        return known.orElse(null);
    }

    /** One that people can pay in: precious metals have no minor unit. */
    static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0).findAny();
    }

    private Locale locale() {
        var tag = root.needText("locale");
        boolean fine = tag != null && tag.matches(LANGUAGE);
        root.require(tag == null || fine, "locale", "CATALOGUE_BAD_LOCALE");
        return fine ? Locale.forLanguageTag(tag) : null;
    }

    private ZoneId zone() {
        var id = root.needText("timeZone");
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            root.fault("timeZone", "CATALOGUE_BAD_ZONE");
            return null;
        }
    }

    private Brand brand() {
        root.needed("brand");
        return root.section("brand").map(brand -> {
            var read = new Brand(brand.needText("title"), brand.text("tagline"), brand.text("accent"));
            brand.done();
            return read;
        }).orElse(null);
    }

    private List<String> gateways() {
        var names = root.needed("gateways") ? root.texts("gateways") : List.<String>of();
        root.require(!root.has("gateways") || !names.isEmpty(), "gateways", "REQUIRED");
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            var at = "gateways[" + i + "]";
            root.require(names.get(i).matches("[a-z][a-z0-9-]{0,31}"), at, "BAD_SLUG");
            root.unlike(seen, at, names.get(i));
        }
        return names;
    }

    private BankAccount bank(boolean wanted) {
        root.require(!wanted || root.has("bankAccount"), "gateways", "CATALOGUE_NEEDS_BANK");
        return root.section("bankAccount").map(bank -> {
            var read = new BankAccount(bank.needText("name"), bank.text("bin"), bank.text("account"),
                    bank.needText("holder"), bank.text("iban"), bank.text("bic"));
            bank.require(read.iban() != null || read.bin() != null && read.account() != null, "",
                    "CATALOGUE_NEEDS_ACCOUNT");
            bank.done();
            return read;
        }).orElse(null);
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        root.section("settings").ifPresent(section -> section.each((key, values) -> {
            var value = values.text(key);
            if (value != null) {
                settings.put(key, value);
            }
            values.require(!CatalogueSettings.isElsewhere(key), key, "CATALOGUE_ELSEWHERE");
        }));
        var price = settings.get("credits.unit-price");
        root.require(price == null || isPositive(price), "settings.credits.unit-price", "CATALOGUE_ABOVE_ZERO");
        return settings;
    }

    private static boolean isPositive(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,12})?") && new BigDecimal(text).signum() > 0;
    }
}
