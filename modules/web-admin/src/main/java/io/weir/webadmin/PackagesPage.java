package io.weir.webadmin;

import io.weir.subscriptions.api.Catalogue;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is for sale: plans on one tab, extensions on the other. */
@Named("packages")
@RequestScoped
public class PackagesPage {
    @Inject
    private Catalogue catalogue;
    @Inject
    private PackageRows rows;
    @Inject
    private Visitor visitor;

    private List<PackageRows.PlanRow> plans;
    private List<PackageRows.ExtensionRow> extensions;

    public boolean isShowingExtensions() {
        return visitor.parameter("kind").filter("extensions"::equals).isPresent();
    }

    public boolean isIncludingRetired() {
        return visitor.parameter("retired").isPresent();
    }

    public List<PackageRows.PlanRow> getPlans() {
        if (plans == null) {
            plans = catalogue.plans(visitor.tenantId(), isIncludingRetired()).stream().map(rows::row).toList();
        }
        return plans;
    }

    public List<PackageRows.ExtensionRow> getExtensions() {
        if (extensions == null) {
            extensions = catalogue.extensions(visitor.tenantId(), isIncludingRetired()).stream()
                    .map(rows::row).toList();
        }
        return extensions;
    }
}
