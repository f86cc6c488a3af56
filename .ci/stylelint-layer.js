import stylelint from 'stylelint';

const ruleName = 'codicil/in-layer';
const messages = stylelint.utils.ruleMessages(ruleName, {
  outside: (/** @type {string} */ selector) =>
    `"${selector}" stands outside every cascade layer and would win over all of them. Put it into an @layer.`,
});

function isLayered(node) {
  for (let parent = node.parent; parent; parent = parent.parent) {
    // The steps of an animation are not selectors, and layers do not apply to them.
    if (parent.type === 'atrule' && /^(layer|(-webkit-)?keyframes)$/.test(parent.name)) return true;
  }
  return false;
}

const rule = (isOn) => (root, result) => {
  if (!isOn) return;
  root.walkRules((node) => {
    if (!isLayered(node)) stylelint.utils.report({ ruleName, result, node, message: messages.outside(node.selector) });
  });
};
rule.ruleName = ruleName;
rule.messages = messages;

export default stylelint.createPlugin(ruleName, rule);
