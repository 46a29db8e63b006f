package io.weir.webrest.admin;

import io.weir.billing.api.RevenueAnalytics;
import io.weir.billing.api.SubscriptionDecisions;
import io.weir.billing.api.SubscriptionDecisions.Wanted;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.SubscriptionBook.Filter;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.plans.ChangePlanResource.ChangeView;
import io.weir.webrest.plans.ChangePlanResource.ChangedView;
import io.weir.webrest.plans.Subscribing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** From the words of a request to subscriptions, and from those to what is told of them. */
@ApplicationScoped
class SubscriptionQueries {
    @Inject
    Accounts accounts;
    @Inject
    Subscribing plans;
    @Inject
    SubscriptionDecisions decisions;
    @Inject
    RevenueAnalytics analytics;

    Filter filter(TenantId tenant, SubscriptionQuery query) {
        return new Filter(Texts.given(query.status).map(SubscriptionQueries::status),
                Texts.given(query.plan).map(plan -> plans.plan(tenant, plan).id()), customers(tenant, query),
                Params.flag("free", query.free));
    }

    private static Subscription.Status status(String word) {
        return Arrays.stream(Subscription.Status.values()).filter(status -> status.word().equals(word)).findFirst()
                .orElseThrow(() -> Refusal.invalidField("status", "NOT_AN_OPTION").asException());
    }

    /** Of a search, the hundred newest customers. */
    private Optional<Set<AccountId>> customers(TenantId tenant, SubscriptionQuery query) {
        var named = Texts.given(query.account).map(name -> Set.of(accounts.resolve(tenant, name)
                .map(Accounts.Found::account)
                .orElseThrow(() -> Refusal.notFound("ACCOUNT_NOT_FOUND").asException())));
        return named.or(() -> Texts.given(query.search).map(text -> accounts.page(tenant, Optional.of(text),
                Page.Request.first()).items().stream().map(Account::id).collect(Collectors.toSet())));
    }

    AdminSubscriptionView view(TenantId tenant, Subscription subscription) {
        return view(tenant, subscription, analytics.monthly(tenant, List.of(subscription)));
    }

    Page<AdminSubscriptionView> views(TenantId tenant, Page<Subscription> page) {
        var monthly = analytics.monthly(tenant, page.items());
        return page.map(each -> view(tenant, each, monthly));
    }

    private AdminSubscriptionView view(TenantId tenant, Subscription subscription, Map<UUID, Money> monthly) {
        return AdminSubscriptionView.of(subscription, accounts.account(tenant, subscription.account()),
                Optional.ofNullable(monthly.get(subscription.id())));
    }

    Response change(Caller administrator, UUID subscription, boolean onlyPreview, SubscriptionWish wish) {
        var plan = plans.plan(administrator.tenant(), wish.newPlan().strip()).id();
        if (onlyPreview) {
            return Response.ok(ChangeView.of(decisions.preview(administrator, subscription, plan,
                    wish.how().coupon()))).build();
        }
        var done = decisions.change(administrator, subscription, new Wanted(plan, wish.how(),
                Optional.ofNullable(wish.previewedAt()), Texts.given(wish.reason()).orElse("")));
        return Response.status(done.payment().isPresent() ? 201 : 200).entity(ChangedView.of(done)).build();
    }
}
