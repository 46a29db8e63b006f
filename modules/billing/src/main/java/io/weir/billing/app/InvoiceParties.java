package io.weir.billing.app;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.BillingDetails;
import io.weir.billing.api.BillingTerms;
import io.weir.billing.api.InvoiceTerms;
import io.weir.billing.api.SellerTerms;
import io.weir.billing.domain.BuyerOnPaper;
import io.weir.billing.domain.SellerOnPaper;
import io.weir.billing.domain.pricing.Tax;
import io.weir.billing.domain.pricing.TaxDecision;
import io.weir.billing.domain.pricing.TaxTerms;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Who sells and who buys as both are known now, and which tax that makes. */
@ApplicationScoped
public class InvoiceParties {
    private Tenants tenants;
    private Accounts accounts;
    private BillingDefinition terms;
    private BillingDetails details;

    protected InvoiceParties() {
    }

    @Inject
    public InvoiceParties(Tenants tenants, Accounts accounts, BillingDefinition terms, BillingDetails details) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.terms = terms;
        this.details = details;
    }

    InvoiceTerms deadlines(TenantId tenant) {
        return terms.of(tenant).invoices();
    }

    SellerOnPaper seller(TenantId tenant) {
        var seller = tenants.byId(tenant);
        return terms.of(tenant).seller().map(said -> said(seller, said)).orElseGet(() -> unsaid(seller));
    }

    private static SellerOnPaper said(Tenant tenant, SellerTerms said) {
        return new SellerOnPaper(said.name(), said.address(), Optional.of(said.country()), said.vatId(),
                said.registration(), said.email(), said.phone(), said.website(), said.logo(), said.footer(),
                tenant.locale().toLanguageTag(), tenant.zone().getId());
    }

    /** As receipts have named it: by the tenant's settings. */
    private static SellerOnPaper unsaid(Tenant tenant) {
        var address = tenant.setting("seller.address").stream().flatMap(String::lines).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
        return new SellerOnPaper(tenant.setting("seller.name").orElse(tenant.name()), address,
                tenant.setting("seller.country"), tenant.setting("seller.tax-number"),
                tenant.setting("seller.registration"), tenant.setting("seller.email"), tenant.setting("seller.phone"),
                tenant.setting("seller.website"), tenant.setting("seller.logo"), Optional.empty(),
                tenant.locale().toLanguageTag(), tenant.zone().getId());
    }

    BuyerOnPaper buyer(TenantId tenant, AccountId account) {
        return buyer(details.of(tenant, account), accounts.account(tenant, account));
    }

    private static BuyerOnPaper buyer(BillingDetails.Details said, Account known) {
        return new BuyerOnPaper(said.name().orElse(known.name()), said.address(), said.country(), said.vatId(),
                said.email().or(() -> Optional.of(known.email())));
    }

    /** Of many, with as many queries as for one. Refused: {@code ACCOUNT_NOT_FOUND}. */
    Map<AccountId, BuyerOnPaper> buyers(TenantId tenant, Collection<AccountId> buying) {
        var said = details.of(tenant, buying);
        var known = accounts.accounts(tenant, buying).stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
        return buying.stream().distinct().collect(Collectors.toMap(Function.identity(), account ->
                buyer(said.getOrDefault(account, BillingDetails.Details.NONE), Optional.ofNullable(known.get(account))
                        .orElseThrow(() -> Refusal.notFound("ACCOUNT_NOT_FOUND").asException()))));
    }

    /** {@link #tax} of many. */
    Map<AccountId, TaxDecision> taxes(TenantId tenant, Collection<AccountId> buying) {
        var all = terms.of(tenant);
        var said = details.of(tenant, buying);
        return buying.stream().distinct().collect(Collectors.toMap(Function.identity(), account ->
                tax(all, () -> said.getOrDefault(account, BillingDetails.Details.NONE))));
    }

    /** What a price of today bears for this buyer. */
    TaxDecision tax(TenantId tenant, AccountId account) {
        return tax(terms.of(tenant), () -> details.of(tenant, account));
    }

    /** The same of a buyer whose details are read already. */
    static TaxDecision tax(BillingTerms all, Supplier<BillingDetails.Details> details) {
        if (all.taxes().isEmpty()) {
            return TaxDecision.untaxed(false);
        }
        var said = details.get();
        return Tax.decide(all.taxes().map(InvoiceParties::rules).orElse(TaxTerms.NONE),
                all.seller().map(SellerTerms::country).orElse(""), new Tax.Buyer(said.country(), said.vatId()));
    }

    private static TaxTerms rules(io.weir.billing.api.TaxTerms said) {
        return new TaxTerms(said.inclusive(), said.reverseCharge(), said.rates().stream()
                .map(rate -> new TaxTerms.Rate(rate.country(), rate.rate(), rate.name())).toList());
    }
}
