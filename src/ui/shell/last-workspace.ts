/** Where the browser keeps the slug of the workspace it was in last, so that the next sign-in leads there. */
export const lastWorkspaceCookie = 'rapport.workspace';
