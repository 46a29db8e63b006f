--liquibase formatted sql

--changeset weir:tenancy-001 splitStatements:true endDelimiter:;
--comment The list of tenants is the installation's own, the one table here without a tenant_id.
CREATE TABLE tenancy_tenant (
  id UUID NOT NULL,
  slug VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(255) NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  locale VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sandbox BOOLEAN NOT NULL,
  settings JSON NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_tenancy_tenant_slug UNIQUE (slug),
  CONSTRAINT ck_tenancy_tenant_slug CHECK (slug REGEXP '^[a-z]([a-z0-9-]*[a-z0-9])?$')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE tenancy_account (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  name VARCHAR(255) NOT NULL,
  owner_user_id UUID NOT NULL,
  email VARCHAR(320) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  suspension_by VARCHAR(100) NULL,
  suspension_at DATETIME(3) NULL,
  suspension_reason VARCHAR(500) NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_tenancy_account_id UNIQUE (tenant_id, id),
  CONSTRAINT fk_tenancy_account_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy_tenant (id),
  CONSTRAINT ck_tenancy_account_suspension CHECK
    ((suspension_at IS NULL) = (suspension_by IS NULL) AND (suspension_at IS NULL) = (suspension_reason IS NULL)),
  INDEX ix_tenancy_account_newest (tenant_id, created_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE tenancy_membership (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  account_id UUID NOT NULL,
  user_id UUID NOT NULL,
  member_role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_tenancy_membership UNIQUE (tenant_id, account_id, user_id),
  CONSTRAINT fk_tenancy_membership_account FOREIGN KEY (tenant_id, account_id) REFERENCES tenancy_account (tenant_id, id),
  CONSTRAINT ck_tenancy_membership_role CHECK (member_role IN ('OWNER', 'MEMBER')),
  INDEX ix_tenancy_membership_user (tenant_id, user_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--rollback DROP TABLE tenancy_membership; DROP TABLE tenancy_account; DROP TABLE tenancy_tenant;
