/**
 * Every GraphQL document that is sent to Linear. Each is complete, so that it can be validated against the schema.
 */

/** The fields that show whether an item is new. A comment need not update its issue's `updatedAt`. */
const STAMP = "id updatedAt archivedAt comments(first: 1, orderBy: updatedAt) { nodes { updatedAt } }";
const COMMENT = `
  id body quotedText createdAt updatedAt url
  user { name displayName } externalUser { name } botActor { name }`;
const PAGE_INFO = "pageInfo { hasNextPage endCursor }";

const COMMENTS = `comments(first: 20, orderBy: createdAt) { nodes { ${COMMENT} } pageInfo { hasNextPage } }`;
const MORE = "pageInfo { hasNextPage }";

/**
 * 20 comments are included, which suffices for most issues. With what else is listed here, 25 issues cost about 6,500
 * of the 10,000 points.
 */
const ISSUE = `
  id identifier title description url createdAt updatedAt archivedAt trashed dueDate priorityLabel
  team { key name } project { name } state { name }
  creator { name displayName } assignee { name displayName } externalUserCreator { name } botActor { name }
  estimate completedAt canceledAt delegate { name displayName }
  cycle { number name startsAt endsAt } projectMilestone { name } parent { identifier title }
  labels(first: 20) { nodes { name } ${MORE} }
  children(first: 20) { nodes { identifier title state { name } } ${MORE} }
  relations(first: 10) { nodes { type relatedIssue { identifier title } } ${MORE} }
  inverseRelations(first: 10) { nodes { type issue { identifier title } } ${MORE} }
  attachments(first: 10) { nodes { title subtitle url } ${MORE} }
  ${COMMENTS}`;

const UPDATE = `
  id body health url createdAt updatedAt archivedAt
  user { name displayName } project { name } diffMarkdown
  ${COMMENTS}`;

const INITIATIVE_UPDATE = `
  id body health url createdAt updatedAt archivedAt
  user { name displayName } initiative { name } diffMarkdown
  ${COMMENTS}`;

const PROJECT = `
  id name description content url createdAt updatedAt archivedAt trashed
  startDate targetDate completedAt canceledAt health priorityLabel progress status { name }
  creator { name displayName } lead { name displayName }
  members(first: 20) { nodes { name displayName } ${MORE} }
  teams(first: 10) { nodes { name } ${MORE} }
  labels(first: 20) { nodes { name } ${MORE} }
  initiatives(first: 10) { nodes { name } ${MORE} }
  projectMilestones(first: 20) { nodes { name description targetDate status } ${MORE} }
  relations(first: 10) { nodes { type relatedProject { name } } ${MORE} }
  inverseRelations(first: 10) { nodes { type project { name } } ${MORE} }
  externalLinks(first: 20) { nodes { label url } ${MORE} }
  attachments(first: 10) { nodes { title subtitle url } ${MORE} }
  ${COMMENTS}`;

const INITIATIVE = `
  id name description content url createdAt updatedAt archivedAt trashed
  targetDate startedAt completedAt health status
  creator { name displayName } owner { name displayName } leadTeam { name } parentInitiative { name }
  labels(first: 20) { nodes { name } ${MORE} }
  projects(first: 50) { nodes { name } ${MORE} }
  links(first: 20) { nodes { label url } ${MORE} }`;

const DOCUMENT = `
  id title content url createdAt updatedAt archivedAt trashed
  creator { name displayName } updatedBy { name displayName }
  project { name } initiative { name } issue { identifier title } team { name } cycle { number name }
  ${COMMENTS}`;

export const LIST_ISSUES = `
query ListIssues($filter: IssueFilter, $first: Int, $after: String) {
  issues(filter: $filter, first: $first, after: $after, orderBy: updatedAt, includeArchived: true) {
    nodes { ${STAMP} trashed } ${PAGE_INFO}
  }
}`;

/** The parents of comments, newest comment first. */
export const LIST_COMMENTS = `
query ListComments($filter: CommentFilter, $first: Int, $after: String) {
  comments(filter: $filter, first: $first, after: $after, orderBy: updatedAt) {
    nodes {
      updatedAt
      issue { ${STAMP} trashed } project { ${STAMP} trashed }
      projectUpdate { ${STAMP} } initiativeUpdate { ${STAMP} }
      documentContent { document { ${STAMP} trashed } }
    }
    ${PAGE_INFO}
  }
}`;

export const LIST_UPDATES = `
query ListUpdates($filter: ProjectUpdateFilter, $first: Int, $after: String) {
  projectUpdates(filter: $filter, first: $first, after: $after, orderBy: updatedAt, includeArchived: true) {
    nodes { ${STAMP} } ${PAGE_INFO}
  }
}`;

export const LIST_DOCUMENTS = `
query ListDocuments($filter: DocumentFilter, $first: Int, $after: String) {
  documents(filter: $filter, first: $first, after: $after, orderBy: updatedAt, includeArchived: true) {
    nodes { ${STAMP} trashed } ${PAGE_INFO}
  }
}`;

export const LIST_PROJECTS = `
query ListProjects($filter: ProjectFilter, $first: Int, $after: String) {
  projects(filter: $filter, first: $first, after: $after, orderBy: updatedAt, includeArchived: true) {
    nodes { ${STAMP} trashed } ${PAGE_INFO}
  }
}`;

export const LIST_INITIATIVES = `
query ListInitiatives($filter: InitiativeFilter, $first: Int, $after: String) {
  initiatives(filter: $filter, first: $first, after: $after, orderBy: updatedAt, includeArchived: true) {
    nodes { id updatedAt archivedAt trashed } ${PAGE_INFO}
  }
}`;

export const LIST_INITIATIVE_UPDATES = `
query ListInitiativeUpdates($filter: InitiativeUpdateFilter, $first: Int, $after: String) {
  initiativeUpdates(filter: $filter, first: $first, after: $after, orderBy: updatedAt, includeArchived: true) {
    nodes { ${STAMP} } ${PAGE_INFO}
  }
}`;

export const READ_ISSUES = `
query ReadIssues($ids: [ID!], $first: Int) {
  issues(filter: { id: { in: $ids } }, first: $first, includeArchived: true) { nodes { ${ISSUE} } }
}`;

export const READ_UPDATES = `
query ReadUpdates($ids: [ID!], $first: Int) {
  projectUpdates(filter: { id: { in: $ids } }, first: $first, includeArchived: true) { nodes { ${UPDATE} } }
}`;

export const READ_DOCUMENTS = `
query ReadDocuments($ids: [ID!], $first: Int) {
  documents(filter: { id: { in: $ids } }, first: $first, includeArchived: true) { nodes { ${DOCUMENT} } }
}`;

export const READ_PROJECTS = `
query ReadProjects($ids: [ID!], $first: Int) {
  projects(filter: { id: { in: $ids } }, first: $first, includeArchived: true) { nodes { ${PROJECT} } }
}`;

export const READ_INITIATIVES = `
query ReadInitiatives($ids: [ID!], $first: Int) {
  initiatives(filter: { id: { in: $ids } }, first: $first, includeArchived: true) { nodes { ${INITIATIVE} } }
}`;

export const READ_INITIATIVE_UPDATES = `
query ReadInitiativeUpdates($ids: [ID!], $first: Int) {
  initiativeUpdates(filter: { id: { in: $ids } }, first: $first, includeArchived: true) {
    nodes { ${INITIATIVE_UPDATE} }
  }
}`;

export const READ_COMMENTS = `
query ReadComments($filter: CommentFilter, $first: Int, $after: String) {
  comments(filter: $filter, first: $first, after: $after, orderBy: createdAt) {
    nodes { ${COMMENT} } ${PAGE_INFO}
  }
}`;

export const ISSUE_IDS = `
query IssueIds($filter: IssueFilter, $first: Int, $after: String) {
  issues(filter: $filter, first: $first, after: $after, includeArchived: true) {
    nodes { id trashed } ${PAGE_INFO}
  }
}`;

export const UPDATE_IDS = `
query UpdateIds($filter: ProjectUpdateFilter, $first: Int, $after: String) {
  projectUpdates(filter: $filter, first: $first, after: $after) { nodes { id } ${PAGE_INFO} }
}`;

export const DOCUMENT_IDS = `
query DocumentIds($filter: DocumentFilter, $first: Int, $after: String) {
  documents(filter: $filter, first: $first, after: $after, includeArchived: true) {
    nodes { id trashed } ${PAGE_INFO}
  }
}`;

export const PROJECT_IDS = `
query ProjectIds($filter: ProjectFilter, $first: Int, $after: String) {
  projects(filter: $filter, first: $first, after: $after, includeArchived: true) {
    nodes { id trashed } ${PAGE_INFO}
  }
}`;

export const INITIATIVE_IDS = `
query InitiativeIds($filter: InitiativeFilter, $first: Int, $after: String) {
  initiatives(filter: $filter, first: $first, after: $after, includeArchived: true) {
    nodes { id trashed } ${PAGE_INFO}
  }
}`;

export const INITIATIVE_UPDATE_IDS = `
query InitiativeUpdateIds($filter: InitiativeUpdateFilter, $first: Int, $after: String) {
  initiativeUpdates(filter: $filter, first: $first, after: $after) { nodes { id } ${PAGE_INFO} }
}`;

export const SEARCH = `
query Search($term: String!, $first: Int, $filter: IssueFilter, $documents: Boolean!) {
  searchIssues(term: $term, first: $first, filter: $filter, includeComments: true, includeArchived: true) {
    nodes { ${ISSUE} }
  }
  searchDocuments(term: $term, first: $first) @include(if: $documents) { nodes { ${DOCUMENT} } }
}`;

export const FIND_TEAMS = `
query FindTeams($filter: TeamFilter, $first: Int, $after: String) {
  teams(filter: $filter, first: $first, after: $after) { nodes { key name } ${PAGE_INFO} }
}`;

export const FIND_LABELS = `
query FindLabels($filter: IssueLabelFilter, $first: Int, $after: String) {
  issueLabels(filter: $filter, first: $first, after: $after) { nodes { name } ${PAGE_INFO} }
}`;

export const WHO_AM_I = `
query WhoAmI {
  viewer { id name email }
  organization { name urlKey }
}`;
